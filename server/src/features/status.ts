import type { CheckResult } from '../check/result.ts';
import type { Matter } from '../order/matter.ts';
import type { StatusParams } from '../protocol.ts';

/** How a letter stands, for the status bar. */
export function statusOf(uri: string, version: number, matter: Matter, result: CheckResult): StatusParams {
  return {
    uri,
    version,
    judge: matter.order?.judge.surname ?? null,
    submission: matter.submission?.name ?? null,
    pages: result.pages?.body ?? null,
    limit: result.pages?.limit ?? null,
    format: result.pages?.format ?? null,
    gaps: result.findings.filter((f) => f.severity !== 'information').length,
    state: result.pending.length > 0 ? 'pending' : result.status,
    reasons: result.incomplete.map((i) => i.reason),
  };
}
