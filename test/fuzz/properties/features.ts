import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { bodyCompletion } from '../../../server/src/features/body-completion.ts';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import { toDiagnostics } from '../../../server/src/features/convert.ts';
import { inlayHints } from '../../../server/src/features/dates.ts';
import { definitionAt, referencesAt } from '../../../server/src/features/definition.ts';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { documentSymbols, flat } from '../../../server/src/features/document-symbols.ts';
import { headerCompletion } from '../../../server/src/features/header-completion.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { statusOf } from '../../../server/src/features/status.ts';
import { allOrders } from '../../support/orders.ts';
import { letter } from '../arbitraries/letters.ts';
import { property } from '../property.ts';
import { examine, TODAY } from '../support/examine.ts';

const page = (rule: string): string => `file:///${rule}.md`;
const place = fc.double({ min: 0, max: 1, noNaN: true });

export const features = property({
  id: 'features',
  says: 'hover, completion, actions, hints and diagnostics at any place of any letter: none throws, all ranges lie in it',
  short: 100,
  round: 1_600,
  arbitrary: fc.tuple(letter, place, place),
  holds: ([text, a, b]) => {
    const { letter, matter, result } = examine(text);
    const holds = ({ start, end }: Range): void => {
      for (const at of [start, end]) {
        assert(at.line >= 0 && at.line < letter.lines.count, `line ${at.line} of ${letter.lines.count}`);
        const room = letter.lines.text(at.line).length;
        assert(at.character >= 0 && at.character <= room + 1, `character ${at.character} of ${room}`);
      }
      assert(letter.lines.offset(start) <= letter.lines.offset(end));
    };
    const from = Math.floor(Math.min(a, b) * text.length);
    const range = letter.lines.range(from, Math.floor(Math.max(a, b) * text.length));
    for (const { range: at } of toDiagnostics(letter, result, page)) holds(at);
    const shown = hover(letter, matter, from, TODAY, result);
    if (shown?.range) holds(shown.range);
    const header = { letter, matter, set: allOrders, today: TODAY, files: ['a.pdf'] };
    for (const item of [
      ...headerCompletion(header, from, true),
      ...(bodyCompletion(letter, matter, from, true) ?? []),
    ]) {
      if (item.textEdit && 'range' in item.textEdit) holds(item.textEdit.range);
    }
    for (const symbol of flat(documentSymbols(letter, matter))) {
      holds(symbol.range);
      holds(symbol.selectionRange);
    }
    for (const link of documentLinks(letter, new Map([['a.pdf', 'file:///a.pdf']]))) holds(link.range);
    definitionAt(letter, matter, from);
    for (const { start, end } of referencesAt(letter, matter, from)) holds(letter.lines.range(start, end));
    for (const { position } of inlayHints(letter, TODAY)) holds({ start: position, end: position });
    for (const action of codeActions(letter, matter, result, {
      uri: 'file:///a.md',
      version: 1,
      range,
      page,
    })) {
      for (const change of action.edit?.documentChanges ?? []) {
        if ('edits' in change) for (const e of change.edits) if ('range' in e) holds(e.range);
      }
    }
    statusOf('file:///a.md', 1, matter, result);
  },
});
