// Has the disk be full: a file that is written keeps a few bytes, and the rest fails as the system says it.
const disk = require('node:fs/promises');

const { open } = disk;
disk.open = async (...given) => {
  const handle = await open(...given);
  handle.writeFile = async () => {
    await handle.write('some');
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  return handle;
};
