// Has the process fail, by an error that nobody catches, as soon as it is told of a text that says how.
const { Buffer } = require('node:buffer');

const text = (bytes) => Buffer.from(bytes).toString();
process.stdin.on('data', (bytes) => {
  const quoted = new RangeError(`cannot place ${text(bytes)}`);
  if (text(bytes).includes('throw-here'))
    setImmediate(() => {
      throw quoted;
    });
  if (text(bytes).includes('reject-here')) void Promise.reject(quoted);
  if (text(bytes).includes('reject-words-here')) void Promise.reject(text(bytes));
  if (text(bytes).includes('print-here')) console.error(quoted, text(bytes));
});
