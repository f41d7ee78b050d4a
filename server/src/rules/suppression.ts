import { closest } from '../letter/header-issues.ts';
import type { Found, Rule } from './support/rule.ts';

export const suppression: Rule = {
  id: 'suppression',
  severity: 'warning',
  title: 'A comment that silences a rule without a reason',
  what: 'An ex-parte-disable comment gives no reason, names no rule, or names one that does not exist. It silences nothing until it is mended.',
  why: 'Whoever reviews the letter must be able to see what was silenced and why.',
  needs: 'letter',
  check({ letter, ruleIds }) {
    return letter.disables.flatMap(({ rules, reason, span }): Found[] => {
      const found: Found[] = [];
      if (rules.length === 0) {
        found.push({
          message: 'Name the rule to be silenced: <!-- ex-parte-disable RULE: reason -->.',
          span,
        });
      }
      for (const rule of rules) {
        if (ruleIds.has(rule)) continue;
        const likely = closest(rule, [...ruleIds]);
        const at = letter.text.indexOf(rule, span.start);
        const place = { start: at, end: at + rule.length };
        found.push({
          message: `There is no rule called ${rule}.${likely ? ` Did you mean ${likely}?` : ''}`,
          span: place,
          fixes: likely ? [{ title: `Change to ${likely}`, edits: [{ span: place, text: likely }] }] : [],
        });
      }
      if (rules.length > 0 && reason === '') {
        found.push({
          message: `Say why ${rules.join(', ')} is silenced: <!-- ex-parte-disable ${rules.join(', ')}: reason -->.`,
          span,
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
  ],
};
