import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { encodeWords, parameter, quotedPrintable } from '../../server/src/export/mime.ts';
import { Desk, sample } from './support.ts';

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const mail = async (text: string): Promise<string> =>
  Buffer.from(desk.read((await desk.export(text, { to: 'eml' })).file)).toString('utf8');
const headersOf = (message: string): Map<string, string> => {
  const [head = ''] = message.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
};
const letter = sample('reznik-good');

describe('an e-mail', () => {
  test('is an unsent draft to chambers, with copies to the own side that the header asks for', async () => {
    const headers = headersOf(await mail(letter));
    expect([...headers.keys()]).toEqual([
      'X-Unsent',
      'Date',
      'From',
      'To',
      'Cc',
      'Subject',
      'Sensitivity',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(headers.get('X-Unsent')).toBe('1');
    expect(headers.get('From')).toBe('n.achterberg@sedgwickrowe.example');
    expect(headers.get('To')).toBe('ReznikNYSDChambers@nysd.uscourts.gov');
    expect(headers.get('Cc')).toBe('l.farr@harroworchard.example');
    expect(headers.get('Subject')).toBe(
      'Confidential settlement letter: Harrow Orchard Supply Co. v. Quillmark Cold Storage, Inc., No. 7:23-cv-05512-KMK',
    );
  });

  test('has no copies where the header has none', async () => {
    const headers = headersOf(await mail(letter.replace(/^cc: .*\n/m, '')));
    expect(headers.has('Cc')).toBe(false);
    expect(headers.has('Bcc')).toBe(false);
  });

  test('carries the very PDF that is exported', async () => {
    const pdf = desk.read((await desk.export(letter)).file);
    const message = await mail(letter);
    const [, encoded = ''] = /filename="[^"]+"\r\n\r\n([\s\S]+?)\r\n--/.exec(message) ?? [];
    expect(Buffer.compare(Buffer.from(encoded, 'base64'), pdf)).toBe(0);
    expect(Math.max(...message.split('\r\n').map((l) => l.length))).toBeLessThanOrEqual(998);
    expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('names in its body the case, the conference, the marking, and that nobody else has it', async () => {
    const text = (await mail(letter)).replaceAll('=\r\n', '');
    for (const said of [
      'Dear Judge Reznik:',
      'Confidential Material for Use Only at Settlement Conference',
      'settlement conference of May 14, 2024',
      'No.: 7:23-cv-05512-KMK',
      'Submitted by: Harrow Orchard Supply Co. (plaintiff)',
      'Counsel attending: Nils Achterberg',
      'it has not been served on or shared with any other party, nor filed.',
    ])
      expect(text).toContain(said);
  });

  test('is the same again', async () => {
    expect(await mail(letter)).toBe(await mail(letter));
  });

  test.each([
    [
      'a copy to the other side',
      letter.replace('cc: l.farr@', 'cc: opponent@other.example, l.farr@'),
      'service',
    ],
    ['another court', letter.replace(/^to: .*/m, 'to: chambers@cand.uscourts.gov'), 'recipient'],
  ])('is refused for %s, even with force', async (_, text, rule) => {
    const why = await desk.trouble(text, { to: 'eml', force: true });
    expect(why).toMatch(/^Refusal: no e-mail is made/);
    expect(why).toContain(rule);
    expect(desk.names()).toEqual([]);
  });

  test('to chambers alone is made though a lawyer of unknown side is named for a copy, and says so', async () => {
    const { file, notes } = await desk.export(`${letter}\ncc: Jane Doe, Esq.\n`, { to: 'eml' });
    expect(Buffer.from(desk.read(file)).toString()).not.toContain('Cc: Jane');
    expect(notes.join(' ')).toMatch(/A copy goes to Jane Doe, and it cannot be told whose lawyer/);
  });

  test('before a judge who lets the statement be served leaves the other side out all the same', async () => {
    const text = sample('spero-good').replace(/^from: .*/m, '$&\ncc: opponent@plaintiffs.example');
    const { file, notes } = await desk.export(text, { to: 'eml' });
    const message = Buffer.from(desk.read(file)).toString();
    expect(headersOf(message).has('Cc')).toBe(false);
    expect(message).not.toContain('opponent@plaintiffs.example');
    expect(notes).toContain('Not of your own side, so not copied: opponent@plaintiffs.example.');
  });

  test('needs a sender', async () => {
    expect(
      await desk.trouble(letter.replace(/^from: .*\n/m, '').replace(/^cc: .*\n/m, ''), {
        to: 'eml',
        force: true,
      }),
    ).toContain('add `from:`');
  });

  test('has a header of its own lines only, whatever the caption holds', async () => {
    const text = letter.replace(
      /^caption: .*/m,
      'caption: "A v. B\\r\\nBcc: x@other.example\\nTo: y@other.example"',
    );
    const headers = headersOf(await mail(text));
    expect(headers.has('Bcc')).toBe(false);
    expect(headers.get('To')).toBe('ReznikNYSDChambers@nysd.uscourts.gov');
  });
});

describe('MIME', () => {
  test('words that are not ASCII are encoded, and none is longer than 75 characters', () => {
    const text = 'Confidential settlement letter: Müller Søn & Łódź v. Économie 日本 '.repeat(4).trim();
    const lines = encodeWords(text, 9).split('\r\n ');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(75);
    const back = lines.map((w) => Buffer.from(w.slice('=?utf-8?B?'.length, -2), 'base64').toString('utf8'));
    expect(back.join('')).toBe(text);
  });

  test('quoted-printable keeps every character, in lines of at most 76', () => {
    const text = `${'ä= \t.'.repeat(60)} \nx `;
    const lines = quotedPrintable(text).split('\r\n');
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(76);
      expect(line).not.toMatch(/[ \t]$/);
    }
    const bytes = lines
      .join('\n')
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    expect(Buffer.from(bytes, 'latin1').toString('utf8')).toBe(text);
  });

  test('a file name with accents has both forms', () => {
    expect(parameter('filename', 'Müller "x".pdf')).toBe(
      `filename="Muller x.pdf";\r\n filename*=utf-8''M%C3%BCller%20%22x%22.pdf`,
    );
  });
});

describe('a calendar', () => {
  test('has the deadlines and the conference, under names that stay when dates move', async () => {
    const calendar = async (text: string): Promise<string> =>
      Buffer.from(desk.read((await desk.export(text, { to: 'ics' })).file)).toString();
    const first = await calendar(letter);
    const moved = await calendar(letter.replace('conference: 2024-05-14', 'conference: 2024-05-21'));
    const uids = (text: string): string[] => [...text.matchAll(/^UID:.*$/gm)].map((m) => m[0]).sort();
    expect(uids(first)).toHaveLength(4);
    expect(uids(moved)).toEqual(uids(first));
    expect(moved).not.toBe(first);
    expect(desk.names()).toHaveLength(1);
  });
});
