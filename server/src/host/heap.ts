import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const MB = 1024 * 1024;

/** Bytes of the space for young objects (two halves) from which it grows no more. Node 24 would let it take 134 MB. */
const YOUNG = 12 * MB;
/** Per cent that the heap may grow by between two collections of all of it, where V8 would let a small one grow fourfold. */
const GROWTH = 50;

let bounded = false;

/**
 * Keeps the heap near to what is in use, at the cost of some five per cent of the processor's time. To be called now
 * and then while the heap grows: the young objects' space is held at the size that it then has, for only at the start
 * can Node be told a size, and whoever starts the server need not know of it.
 */
export function boundHeap(): void {
  if (bounded) return;
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  if (young && young.space_size < YOUNG) return;
  bounded = true;
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
