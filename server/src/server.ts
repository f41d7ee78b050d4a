import { listen } from './host/front.ts';

listen(__dirname);
