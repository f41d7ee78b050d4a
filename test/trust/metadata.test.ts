import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CANARY, Desk, WRITER } from './desk.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => desk.remove());

/** Everything that stands in a file, unpacked. */
function contents(to: string, bytes: Buffer): string {
  if (to === 'docx') {
    const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
    return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString('utf8')}`).join('\n');
  }
  if (to === 'eml') {
    const text = bytes.toString('latin1');
    const encoded = [...text.matchAll(/(?:^[A-Za-z0-9+/=]{20,76}\r\n)+/gm)].map(([m]) =>
      Buffer.from(m, 'base64'),
    );
    return [text, ...encoded.map((part) => contents('pdf', part))].join('\n');
  }
  return to === 'pdf' ? unpackedPdf(bytes) : bytes.toString('utf8');
}

function unpackedPdf(bytes: Buffer): string {
  const found = [bytes.toString('latin1')];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = at + (bytes[at + 6] === 13 ? 8 : 7);
    try {
      found.push(inflateSync(bytes.subarray(start)).toString('latin1'));
    } catch {
      // The end of a stream, or one that is not packed and was read above.
    }
  }
  return found.join('\n');
}

test.each(['pdf', 'docx', 'eml', 'ics'])(
  'an export to %s tells nothing of its writer, machine, tools or notes',
  (to) => {
    const out = join(desk.workspace, `out.${to}`);
    const args = [CLI, 'export', '--to', to, '--force', '--today', '2024-05-01', '-o', out, desk.letter];
    const ran = spawnSync(process.execPath, args, { cwd: desk.workspace, env: desk.env, encoding: 'utf8' });
    expect(ran.stderr).not.toContain('not exported');
    const all = contents(to, readFileSync(out));
    expect(all.length).toBeGreaterThan(200);
    if (to === 'docx') expect(all).toContain(CANARY);
    // Dates for a calendar that others may see; and no zone tells where the writer sits.
    if (to === 'ics') expect(all).not.toContain(CANARY);
    if (to === 'eml') expect(all).toMatch(/^Date: .* 00:00:00 -0000\r$/m);
    for (const secret of [
      WRITER,
      desk.path,
      'letter.md',
      `${CANARY}-in-a-comment`,
      'Typst',
      'typst',
      process.version,
    ]) {
      expect(all, secret).not.toContain(secret);
    }
    expect(all).not.toMatch(
      /lastModifiedBy|<dc:creator>|dcterms:(?:created|modified)|\/Author|\/Producer \(\w|X-Mailer|User-Agent|^Message-ID/m,
    );
  },
);

const LINKS = [
  '[one](file:////fetch-a/share/x.pdf)',
  '[two](\\\\\\\\fetch-b\\\\share\\\\x.pdf)',
  '[three](//fetch-c/share/x.pdf "title")',
  '[four](https://fetch-d.example/x?letter)',
  '[five][ref]',
  '<a href="file:////fetch-e/x">six</a>',
  '<img src="file:////fetch-f/x.png">',
].join(' and ');

test.each(['pdf', 'docx', 'eml'])(
  'what a letter links to, on another computer or this one, is nothing that an export to %s would fetch',
  (to) => {
    const body = `${LINKS}\n\n[ref]: file:///fetch-g/x.pdf\n`;
    const letter = desk.file(
      'links.md',
      desk.text.replace(/^## .*$/m, (heading) => `${heading}\n\n${body}`),
    );
    const out = join(desk.workspace, `links.${to}`);
    const args = [CLI, 'export', '--to', to, '--force', '--today', '2024-05-01', '-o', out, letter];
    const ran = spawnSync(process.execPath, args, { cwd: desk.workspace, env: desk.env, encoding: 'utf8' });
    expect(ran.stderr).not.toContain('not exported');
    const all = contents(to, readFileSync(out));
    // Words in a document may be an address; none may be a place to go to by itself.
    expect(all).not.toMatch(
      /TargetMode="External"|\/(?:URI|Launch|GoToR|GoToE|SubmitForm|JavaScript|EmbeddedFile)\b|<w:attachedTemplate|INCLUDEPICTURE/,
    );
    if (to !== 'docx') expect(all).not.toMatch(/fetch-[a-g]/);
  },
);
