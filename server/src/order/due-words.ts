import type { Due } from './order.ts';

/** `5 business days before the conference`, `7 days after the demand`, `on 2023-12-11`. */
export function describeDue(due: Due): string {
  if ('date' in due) return `on ${due.date}`;
  const unit = due.count === 1 ? due.unit.replace(/s$/, '') : due.unit;
  const event = (due.before ?? due.after ?? 'the order').replaceAll('-', ' ');
  return `${due.count} ${unit} ${due.after ? 'after' : 'before'} the ${event}`;
}
