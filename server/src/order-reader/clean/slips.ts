import { type Mapped, rewrite } from './mapped.ts';

/** Signs of careless text recognition: a capital I within a small word, a letter l within a number. */
const SIGNS = /[a-z]I[a-z]|[a-z]I\b|[A-Z]l[A-Z]|\b\d?l\d|\dl\b|\d[Oo]\d|[a-z]1[a-z]|\b[fIil]{2,3}led\b/g;
/** Words in which `rn` was read for `m`, `I` for `l` at the beginning, or `1` for `l` at the end. */
const WORDS: ReadonlySet<string> = new Set(
  'submit submits submitted memorandum memoranda memo chambers chamber may must summary summaries economic noneconomic damages damage committee remaining remain amount amounts email mail mailed made make demand demands claim claims comply settlement judgment time times more most motion motions member members maximum minimum document documents number them material materials medical payment payments mediation mediator magistrate medium number company companies form format from assume estimate itemize itemized terms term same some come commence commitment community family promptly prompt compromise complete computation compute later least longer link letter letters lead less limit limits list law legal leave length local lawyer lawyers liability lien liens lost loss life long last likely listed lodge lodged low shall will all until april full final email mail counsel trial settle call tell until well goal appeal proposal informal'.split(
    ' ',
  ),
);

/**
 * Mends what text recognition takes for one another: l, I and 1; O and 0; rn and m. Only in a text that shows such
 * slips, so that a clean one is left as it is.
 */
export function withoutSlips(m: Mapped): Mapped {
  if ((m.text.match(SIGNS) ?? []).length < 3) return m;
  let out = rewrite(m, /(?<![A-Za-z])[\dlOI][\dlOI:/.-]{0,11}(?=(?:st|nd|rd|th)?(?![A-Za-z]))/g, ([x]) =>
    /\d/.test(x) && /[lOI]/.test(x) ? x.replace(/[lI]/g, '1').replace(/O/g, '0') : null,
  );
  out = rewrite(out, /(?<=(?:^|\n)[ \t]{0,40}\(?)l(?=[.)]\s)/g, '1');
  out = rewrite(
    out,
    /(?<=\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)ll?(?=,)/g,
    ([x]) => '1'.repeat(x.length),
  );
  out = rewrite(out, /(?<=[A-Z])l(?=[A-Z])|(?<=\b[A-Z]{2,20})l\b|(?<=\b)l(?=[A-Z]{3})/g, 'I');
  out = rewrite(out, /(?<=[a-z])I(?=[a-z]|\b)|(?<=\b[A-Z])I(?=[a-z]{2})/g, 'l');
  out = rewrite(out, /(?<=[a-z])1(?=[a-z])/g, 'l');
  return rewrite(out, /\b[A-Za-z1]{3,16}\b/g, ([word]) => {
    const forms = [
      word.replace(/rn/g, 'm'),
      word.replace(/^I/, 'l'),
      word.replace(/1+$/, (x) => 'l'.repeat(x.length)),
      word.replace(/^I/, 'l').replace(/rn/g, 'm'),
    ];
    if (/[a-z]/.test(word) && word.includes('rn') && WORDS.has(word.toLowerCase())) return null;
    return forms.find((f) => f !== word && WORDS.has(f.toLowerCase())) ?? null;
  });
}
