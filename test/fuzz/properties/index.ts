import type { Property } from '../property.ts';
import { checks, edits } from './checks.ts';

/** Every property that is fuzzed. The only list there is: tests, the long run and the docs walk it. */
export const properties: readonly Property[] = [checks, edits];
