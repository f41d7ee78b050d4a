/** `¶ 2`; a citation of another kind (`p. 3:9`, `third paragraph`) stands as it is. Empty where there is none. */
export function cite(paragraph: string | null | undefined): string {
  if (!paragraph) return '';
  return /^\d/.test(paragraph) && !paragraph.includes(' ') ? `¶ ${paragraph}` : paragraph;
}
