import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { LanguageServer } from './host/language-server.ts';

new LanguageServer(createConnection(ProposedFeatures.all), __dirname).listen();
