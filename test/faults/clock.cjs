// Sets this process's clock: so many milliseconds ahead as the file says that EX_PARTE_TEST_CLOCK names.
const { readFileSync } = require('node:fs');
const Real = Date;
const now = () => Real.now() + Number(readFileSync(process.env.EX_PARTE_TEST_CLOCK, 'utf8'));
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
