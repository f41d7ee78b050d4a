import { elsewhere, rows } from './rows.ts';

/** The table of ways in which a check can be incomplete, for the docs. */
export function incompletenessTable(): string {
  const lines = [
    ...rows.map(({ when, rule, letter, untrusted }) => {
      const where = untrusted ? 'editor' : typeof letter === 'string' ? 'terminal, editor' : 'terminal';
      return `| ${when} | \`${rule}\` | ${where} | \`test/incompleteness\` |`;
    }),
    ...elsewhere.map(
      ({ when, told, test }) =>
        `| ${when} | ${told.includes(' ') ? told : `\`${told}\``} | terminal, editor | \`${test}\` |`,
    ),
  ];
  return `| when | told under | where | shown by |\n| --- | --- | --- | --- |\n${lines.join('\n')}`;
}
