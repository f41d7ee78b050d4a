import type { TopicFamily } from './topic-family.ts';
import { OF_THE_CASE } from './topics-case.ts';
import { OF_THE_TALKS } from './topics-talks.ts';

/** Topics that orders ask for again and again. The first that fits is taken: the talks' words are the narrower ones. */
export const FAMILIES: readonly TopicFamily[] = [...OF_THE_TALKS, ...OF_THE_CASE];
