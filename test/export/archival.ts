import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Dictionary = { readonly [key: string]: Json };

/**
 * In what a file is not as PDF/A-2b (ISO 19005-2) wants it, by the objects that qpdf reads out of it. No whole
 * validator: it holds those clauses that a file of text, tables and lines can break. Clauses in brackets.
 */
export function archivalFaults(file: string): string[] {
  const faults: string[] = [];
  const hold = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const bytes = readFileSync(file);
  const objects = read(file);
  const resolve = (value: Json | undefined): Json | undefined =>
    typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? objects.get(value) : value;
  const dictionary = (value: Json | undefined): Dictionary => {
    const found = resolve(value);
    return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Dictionary) : {};
  };
  const list = (value: Json | undefined): readonly Json[] => {
    const found = resolve(value);
    return Array.isArray(found) ? found : [];
  };
  const trailer = dictionary(objects.get('trailer'));
  const catalog = dictionary(trailer['/Root']);
  const all = [...objects.values()].map(dictionary);

  const head = bytes.subarray(0, 16).toString('latin1');
  hold(/^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(head), 'the first lines are not those of a PDF (6.1.2)');
  hold(list(trailer['/ID']).length === 2, 'the trailer has no ID (6.1.3)');
  hold(!('/Encrypt' in trailer), 'it is encrypted (6.1.3)');
  hold(!('/OpenAction' in catalog) && !('/AA' in catalog), 'it does something when opened (6.5.2)');
  hold(!('/AcroForm' in catalog), 'it has a form (6.4)');
  const names = dictionary(catalog['/Names']);
  hold(!('/JavaScript' in names) && !('/EmbeddedFiles' in names), 'it holds scripts or files (6.5.2, 6.8)');

  const intents = list(catalog['/OutputIntents']).map(dictionary);
  const profile = intents.find((i) => i['/S'] === '/GTS_PDFA1')?.['/DestOutputProfile'];
  hold(dictionary(profile)['/N'] === 3, 'it names no RGB profile as what it is meant for (6.2.3)');

  const xmp = xmpOf(file, catalog['/Metadata']);
  const title = text(dictionary(trailer['/Info'])['/Title']);
  hold(/<pdfaid:part>2<\/pdfaid:part>/.test(xmp), 'its metadata does not say PDF/A-2 (6.6.4)');
  hold(/<pdfaid:conformance>B<\/pdfaid:conformance>/.test(xmp), 'its metadata does not say level B (6.6.4)');
  hold(title !== '' && xmp.includes(`>${escaped(title)}<`), 'its two titles differ (6.6.3)');

  const fonts = all.filter((o) => o['/Type'] === '/Font');
  hold(fonts.length > 0, 'it has no font');
  for (const font of fonts) {
    const name = String(font['/BaseFont']);
    if (font['/Subtype'] === '/Type0') {
      hold('/ToUnicode' in font, `${name}: its characters are not named`);
      continue;
    }
    const descriptor = dictionary(font['/FontDescriptor']);
    const embedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => key in descriptor);
    hold(embedded, `${name} is not embedded (6.2.11.4)`);
    if (font['/Subtype'] === '/CIDFontType2')
      hold('/CIDToGIDMap' in font, `${name}: no map from characters to glyphs (6.2.11.3)`);
  }
  for (const object of all) {
    hold(
      JSON.stringify(object['/Filter'] ?? '').includes('LZW') === false,
      'a stream is packed by LZW (6.1.7)',
    );
    hold(!('/TR' in object), 'a transfer function (6.2.5)');
    if (object['/Type'] === '/Annot')
      hold(object['/Subtype'] === '/Link', `an annotation ${object['/Subtype']} (6.3)`);
    hold(object['/Interpolate'] !== true, 'an image that is smoothed (6.2.8)');
  }
  return [...new Set(faults)];
}

/** All objects by their names, streams as their dictionaries. */
function read(file: string): Map<string, Json> {
  const { qpdf } = JSON.parse(
    execFileSync('qpdf', ['--json', file], { encoding: 'utf8', maxBuffer: 1e9 }),
  ) as {
    qpdf: [unknown, Record<string, { value?: Json; stream?: { dict: Json } }>];
  };
  return new Map(
    Object.entries(qpdf[1]).map(([name, { value, stream }]): [string, Json] => [
      name.replace(/^obj:/, ''),
      stream?.dict ?? value ?? null,
    ]),
  );
}

/** The metadata's XML; empty without any. */
const xmpOf = (file: string, reference: Json | undefined): string =>
  typeof reference === 'string'
    ? execFileSync('qpdf', [`--show-object=${reference.split(' ')[0]}`, '--filtered-stream-data', file], {
        encoding: 'utf8',
      })
    : '';

/** qpdf writes texts with `u:` before them. */
const text = (value: Json | undefined): string => (typeof value === 'string' ? value.replace(/^u:/, '') : '');

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
