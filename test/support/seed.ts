import fc from 'fast-check';

// The same cases at every run, so that a change is never held up by a fault that it did not make. Set EX_PARTE_SEED
// (any whole number, or "random") to try others; what that finds becomes a case of its own.
const asked = process.env.EX_PARTE_SEED ?? '20261122';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
