import type { Property } from '../property.ts';
import { checks, edits } from './checks.ts';
import { exhibits } from './exhibits.ts';
import { features } from './features.ts';
import { fixes } from './fixes.ts';
import { frames } from './frames.ts';
import { headers } from './headers.ts';
import { lines } from './lines.ts';
import { messages } from './messages.ts';
import { orderRepeats, orderTexts } from './order-texts.ts';
import { orders } from './orders.ts';
import { counts, prints } from './prints.ts';
import { repeats } from './repeats.ts';

/** Every property that is fuzzed. The only list there is: tests, the long run and the docs walk it. */
export const properties: readonly Property[] = [
  lines,
  headers,
  checks,
  edits,
  fixes,
  features,
  orders,
  orderTexts,
  exhibits,
  prints,
  counts,
  messages,
  frames,
  repeats,
  orderRepeats,
];
