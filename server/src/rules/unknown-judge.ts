import { anchor } from './support/regions.ts';
import { type Rule, unable } from './support/rule.ts';

export const unknownJudge: Rule = {
  id: 'unknown-judge',
  severity: 'error',
  title: 'No order by that judge',
  what: 'The header names a judge for whom there is no order, or for whom there are two; or an order file that cannot be used may be this judge’s.',
  why: 'Without the order nothing else can be checked, and a letter on which nothing was checked must not look clean.',
  mend: 'Correct the name; the light bulb offers the likely one, or the two between which `court:` decides. A judge who is not known yet: **Ex Parte: New Letter from Order…** reads the order that you have.',
  needs: 'letter',
  check({ letter, matter }) {
    const { judge, court } = letter.header.values;
    const { resolution } = matter;
    const span = anchor(letter);
    const unsure =
      'unsure' in resolution
        ? resolution.unsure.map(
            ({ file, reason }) =>
              `The order file ${file} cannot be used (${reason}), and does not tell whose order it is.`,
          )
        : [];
    switch (resolution.kind) {
      case 'unknown': {
        const { likely, elsewhere } = resolution;
        if (elsewhere) {
          const message = `No order by a Judge ${judge} of ${court}: the one that is known is of ${elsewhere.court}. Correct court, or add the order to .ex-parte/orders.`;
          return [{ message, span: letter.header.valueSpan(['court']) ?? span }];
        }
        const perhaps = unsure.map((said) => ` ${said} It may be this judge’s.`).join('');
        const mend = likely
          ? `Did you mean ${likely.judge.name} (${likely.court})?`
          : 'Add the order to .ex-parte/orders, or name it in the header: order: path/to/order.yaml.';
        const fixes = likely
          ? [{ title: `Change the judge to ${likely.id}`, edits: [{ span, text: likely.id }] }]
          : [];
        return [{ message: `No order by a judge named ${judge}. ${mend}${perhaps}`, span, fixes }];
      }
      case 'ambiguous': {
        const names = resolution.orders.map((o) => `${o.judge.name} (${o.id}, ${o.court})`);
        return [
          {
            message: `${judge} is the name of more than one judge: ${names.join(' and ')}. Write the id, or add court.`,
            span,
            fixes: resolution.orders.map((o) => ({
              title: `Change the judge to ${o.id} (${o.judge.name}, ${o.court})`,
              edits: [{ span, text: o.id }],
            })),
          },
        ];
      }
      case 'withheld':
        return unable(
          `this workspace is not trusted, so its own orders (${resolution.ids.join(', ')}) are not read, and no built-in order is by ${judge}: trust the workspace to check this letter`,
        );
      case 'found':
        return unsure.map((said) => ({
          severity: 'information',
          message: `${said} Should it be Judge ${resolution.order.judge.surname}’s, it holds for this letter instead of the order used here: mend the file, or remove it.`,
          span,
        }));
      default:
        return [];
    }
  },
  accepted: [
    { say: 'an id', header: ['judge: hartwell'], body: '' },
    { say: 'a surname with its title', header: ['judge: Magistrate Judge Hartwell'], body: '' },
    { say: 'a full name', header: ['judge: Hon. Miriam T. Hartwell'], body: '' },
  ],
  rejected: [
    {
      say: 'a slip of the pen',
      header: ['judge: hartwel'],
      body: '',
      marks: 'hartwel',
    },
    { say: 'nobody that is known', header: ['judge: Zebulon Quist'], body: '', marks: 'Zebulon Quist' },
    { say: 'another court', header: ['judge: hartwell', 'court: D. Me.'], body: '', marks: 'D. Me.' },
  ],
};
