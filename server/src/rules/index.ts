import { attendance } from './attendance.ts';
import { dueDate } from './due-date.ts';
import { emptySection } from './empty-section.ts';
import { exchange } from './exchange.ts';
import { filing } from './filing.ts';
import { header } from './header.ts';
import { marking } from './marking.ts';
import { missingSection } from './missing-section.ts';
import { pageLimit } from './page-limit.ts';
import { placeholder } from './placeholder.ts';
import { recipient } from './recipient.ts';
import { service } from './service.ts';
import type { Rule } from './support/rule.ts';
import { suppression } from './suppression.ts';
import { unknownJudge } from './unknown-judge.ts';

/** Every rule, in the order in which findings of one place are shown. The only list there is. */
export const rules: readonly Rule[] = [
  header,
  unknownJudge,
  missingSection,
  emptySection,
  placeholder,
  pageLimit,
  marking,
  recipient,
  service,
  filing,
  dueDate,
  exchange,
  attendance,
  suppression,
];
