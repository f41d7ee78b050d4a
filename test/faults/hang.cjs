// Keeps the typesetter's process busy for ever once it is asked for a letter that says so, as a hung engine does.
const { isMainThread } = require('node:worker_threads');

if (isMainThread && /typesetter\.js$/.test(process.argv[1] ?? '')) {
  process.on('message', (request) => {
    if (JSON.stringify(request).includes('hang-here')) for (;;);
  });
}
