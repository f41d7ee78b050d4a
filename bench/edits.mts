// The edits of a session, the same for every server: half put a character in, half take an earlier one out again.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.mts';

/** @returns how long each of `count` edits took until its diagnostics, in milliseconds. */
export async function edit(
  client: Client,
  document: TextDocument,
  count: number,
  seed: number,
): Promise<number[]> {
  const times: number[] = [];
  const body = document.getText().indexOf('Dear Judge');
  /** Where characters were put that are still there. */
  const put: number[] = [];
  for (let i = 0; i < count; i++) {
    const earlier = i % 2 === 1 && put.length > 4 ? put.shift() : undefined;
    if (earlier === undefined) {
      const share = ((i * 7_919 + seed * 104_729) % 99_991) / 99_991;
      const at = body + Math.floor(share * (document.getText().length - body));
      times.push(await client.edit(document, at, i % 20 === 18 ? '\n' : 'x'));
      for (const [k, place] of put.entries()) if (place >= at) put[k] = place + 1;
      put.push(at);
    } else {
      times.push(await client.edit(document, earlier, '', 1));
      for (const [k, place] of put.entries()) if (place > earlier) put[k] = place - 1;
    }
  }
  return times;
}
