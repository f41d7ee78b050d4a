import type { StatusParams } from '../../server/src/protocol.ts';

/** How the letter in front stands: as the server said, or why it said nothing. */
export type Standing = StatusParams | 'starting' | 'stopped';

/** The status bar's few words; `alarm` where the letter was not checked whole, which must never look clean. */
export function summarize(at: Standing): { readonly text: string; readonly alarm: boolean } {
  if (at === 'starting') return { text: '$(loading~spin) Ex Parte', alarm: false };
  if (at === 'stopped') return { text: '$(error) Letter not checked', alarm: true };
  const icon = { complete: '$(law)', pending: '$(loading~spin)', incomplete: '$(warning)' }[at.state];
  const parts = [at.judge ?? 'no order', pagesOf(at), gapsOf(at)];
  return { text: `${icon} ${parts.filter((p) => p !== null).join(' · ')}`, alarm: at.state === 'incomplete' };
}

/** The same in full, a sentence a line, for the tooltip and for screen readers. */
export function describe(at: Standing): readonly string[] {
  if (at === 'starting') return ['Ex Parte is starting'];
  if (at === 'stopped')
    return ['Ex Parte is not running: this letter is not checked', 'Click to start it again'];
  const lines = [
    [at.judge ?? 'No order matches the header', at.submission].filter((p) => p !== null).join(': '),
  ];
  const pages = pagesOf(at);
  if (pages) lines.push(at.format ? `${pages}, counted as ${at.format}` : pages);
  lines.push(
    gapsOf(at) ?? (at.state === 'complete' ? 'Nothing is missing' : 'Nothing was found missing so far'),
  );
  if (at.state === 'pending') lines.push('The pages are being counted');
  if (at.state === 'incomplete') lines.push('Not everything could be checked', ...at.reasons);
  return lines;
}

function pagesOf({ pages, limit }: StatusParams): string | null {
  if (pages === null) return null;
  if (limit !== null) return `${pages}/${limit} pages`;
  return pages === 1 ? '1 page' : `${pages} pages`;
}

function gapsOf({ gaps }: StatusParams): string | null {
  if (gaps === 0) return null;
  return gaps === 1 ? '1 gap' : `${gaps} gaps`;
}
