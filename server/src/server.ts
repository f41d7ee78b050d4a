import { forkAhead } from './host/typeset/fork.ts';

// First of all, so that the typesetter starts beside all that the server has to load: who starts the server is about to
// open a letter.
const typesetter = forkAhead(__dirname);
void import('./host/front.ts').then(({ listen }) => listen(__dirname, typesetter));
