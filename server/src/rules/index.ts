import { amount } from './amount.ts';
import { attendance } from './attendance.ts';
import { blockMark } from './block-mark.ts';
import { dueDate } from './due-date.ts';
import { emptySection } from './empty-section.ts';
import { exchange } from './exchange.ts';
import { exhibit } from './exhibit.ts';
import { exhibitPageLimit } from './exhibit-page-limit.ts';
import { filing } from './filing.ts';
import { hardCopy } from './hard-copy.ts';
import { header } from './header.ts';
import { identity } from './identity.ts';
import { marking } from './marking.ts';
import { missingSection } from './missing-section.ts';
import { pageLimit } from './page-limit.ts';
import { personalIdentifier } from './personal-identifier.ts';
import { placeholder } from './placeholder.ts';
import { recipient } from './recipient.ts';
import { sectionDetail } from './section-detail.ts';
import { service } from './service.ts';
import { submissionFormat } from './submission-format.ts';
import type { Rule } from './support/rule.ts';
import { suppression } from './suppression.ts';
import { unknownJudge } from './unknown-judge.ts';

/** Every rule, in the order in which findings of one place are shown. The only list there is. */
export const rules: readonly Rule[] = [
  header,
  unknownJudge,
  missingSection,
  emptySection,
  sectionDetail,
  placeholder,
  pageLimit,
  exhibitPageLimit,
  hardCopy,
  marking,
  recipient,
  service,
  filing,
  submissionFormat,
  dueDate,
  exchange,
  attendance,
  exhibit,
  amount,
  identity,
  personalIdentifier,
  suppression,
  blockMark,
];
