/**
 * The README as VS Code shows it of an installed package: there it shows no picture that is not on the web, and
 * follows no link to a file. Pictures are left out, of such links the words stay.
 */
export function packagedReadme(text: string): string {
  return text
    .replaceAll(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n\n?/gm, '')
    .replaceAll(/(?<!!)\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1');
}
