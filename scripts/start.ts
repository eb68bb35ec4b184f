import { parseArgs } from 'node:util';
import { build } from 'vite';
import { serve } from './hosting/server.ts';

/** `npm start`: builds the page, serves it on loopback and says where. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });

await build({ logLevel: 'warn' });
const { url } = await serve('dist', { port: Number(values.port) });
console.log(`Canton KMS Wizard: ${url} (Ctrl+C stops it)`);
