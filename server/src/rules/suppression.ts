import { closest } from '../letter/header-issues.ts';
import { type Span, span } from '../letter/span.ts';
import type { Found, Rule } from './support/rule.ts';

export const suppression: Rule = {
  id: 'suppression',
  severity: 'warning',
  title: 'A comment that silences a rule without a reason',
  what: 'An ex-parte-disable comment gives no reason, names no rule, or names one that does not exist. It silences nothing until it is mended.',
  why: 'Whoever reviews the letter must be able to see what was silenced and why.',
  mend: 'Write the reason behind a colon: `<!-- ex-parte-disable placeholder: the brackets are the contract’s own -->`. The light bulb offers the rule that was probably meant.',
  needs: 'letter',
  check({ letter, ruleIds }) {
    return letter.disables.flatMap(({ rules, reason, span: comment }): Found[] => {
      const found: Found[] = [];
      if (rules.length === 0) {
        found.push({
          message: 'Name the rule to be silenced: <!-- ex-parte-disable RULE: reason -->.',
          span: comment,
        });
      }
      for (const rule of new Set(rules)) {
        if (ruleIds.has(rule)) continue;
        const likely = closest(rule, [...ruleIds]);
        const place = placeOf(letter.text, rule, comment);
        found.push({
          message: `There is no rule called ${rule}.${likely ? ` Did you mean ${likely}?` : ''}`,
          span: place,
          fixes: likely ? [{ title: `Change to ${likely}`, edits: [{ span: place, text: likely }] }] : [],
        });
      }
      if (rules.length > 0 && reason === '') {
        found.push({
          message: `Say why ${rules.join(', ')} is silenced: <!-- ex-parte-disable ${rules.join(', ')}: reason -->.`,
          span: comment,
        });
      }
      return found;
    });
  },
  accepted: [
    {
      say: 'a rule and a reason',
      body: "<!-- ex-parte-disable placeholder: the brackets are the contract's own -->",
    },
  ],
  rejected: [
    {
      say: 'no reason',
      body: '<!-- ex-parte-disable placeholder -->',
      marks: '<!-- ex-parte-disable placeholder -->',
    },
    {
      say: 'no such rule',
      body: '<!-- ex-parte-disable placeholders: mine -->',
      marks: 'placeholders',
      fixed: '<!-- ex-parte-disable placeholder: mine -->',
    },
    {
      say: 'a wrong name that is a part of another',
      corner: true,
      body: '<!-- ex-parte-disable placeholder, place: mine -->',
      marks: 'place',
    },
    {
      say: 'a wrong name that stands in the directive too',
      corner: true,
      body: '<!-- ex-parte-disable part: a part of the reason -->',
      marks: 'part',
    },
  ],
};

/** The rule's own words in the comment, not the same letters within another's, in the directive's name or in the reason. */
function placeOf(text: string, rule: string, comment: Span): Span {
  const name = /ex-parte-disable(?![\w-])/i.exec(text.slice(comment.start, comment.end));
  const from = comment.start + (name ? name.index + name[0].length : 0);
  const words = [...text.slice(from, comment.end).matchAll(/[^\s,;:]+/g)];
  const word = words.find((w) => w[0] === rule);
  const start = from + (word?.index ?? 0);
  return span(start, start + rule.length);
}
