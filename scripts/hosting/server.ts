import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { cacheControl, securityHeaders } from './policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

type Encoding = 'br' | 'gzip' | 'identity';

interface StaticFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly tag: string;
}

const host = '127.0.0.1';

/**
 * Serves a built page as a production host would: compressed, cached, with the security headers. All files are read at
 * the start and looked up by name, so no request can reach anything else, and a build beside it changes nothing.
 *
 * @param root the folder to serve
 * @param options.port where to listen on loopback; a taken port leads to the next free one, 0 to any
 * @param options.base the path the page lives under, beginning and ending with a slash
 * @returns the address of the page and a way to stop
 */
export async function serve(
  root: string,
  { port = 0, base = '/' }: { port?: number; base?: string } = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const files = readFiles(root, base);
  const compressed = new Map<string, Buffer>();

  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply(response, 405, 'Only GET and HEAD are answered here.\n');
      return;
    }
    const file = files.get(requestedPath(request));
    if (file === undefined) {
      reply(response, 404, 'There is no such file.\n');
      return;
    }
    response.setHeader('Cache-Control', cacheControl(file.path));
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('ETag', file.tag);
    if (request.headers['if-none-match'] === file.tag) {
      response.writeHead(304, securityHeaders).end();
      return;
    }
    const encoding = chooseEncoding(request);
    const key = `${encoding} ${file.path}`;
    const body = compressed.get(key) ?? compress(file.bytes, encoding);
    compressed.set(key, body);
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Type', mediaTypes[extname(file.path)] ?? 'application/octet-stream');
    response.setHeader('Content-Length', body.length);
    response.writeHead(200, securityHeaders);
    response.end(request.method === 'HEAD' ? undefined : body);
  });

  const taken = await listen(server, port);
  return {
    url: `http://${host}:${taken}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readFiles(root: string, base: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const onDisk = join(entry.parentPath, entry.name);
    const path = onDisk.slice(join(root, sep).length).replaceAll(sep, '/');
    const bytes = readFileSync(onDisk);
    const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    files.set(base + path, { path, bytes, tag });
  }
  const page = files.get(`${base}index.html`);
  if (page === undefined) throw new Error(`${root} holds no index.html: build the page first`);
  return files.set(base, page);
}

/** The path asked for, or an empty one where the address can't be read. */
function requestedPath(request: IncomingMessage): string {
  const path = (request.url ?? '').split(/[?#]/, 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function chooseEncoding(request: IncomingMessage): Encoding {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  if (/\bgzip\b/.test(accepted)) return 'gzip';
  return 'identity';
}

function compress(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'br') return brotliCompressSync(bytes);
  if (encoding === 'gzip') return gzipSync(bytes, { level: 9 });
  return bytes;
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

/** Listens on the port or, where it is taken, on the next free one. */
async function listen(server: Server, port: number): Promise<number> {
  const last = port + 50;
  for (let candidate = port; candidate <= last; candidate++) {
    const taken = await new Promise<number | 'taken'>((resolve, reject) => {
      const refused = (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE') resolve('taken');
        else reject(error);
      };
      server.once('error', refused);
      server.listen(candidate, host, () => {
        server.off('error', refused);
        const address = server.address();
        if (address === null || typeof address === 'string') reject(new Error('The server has no port'));
        else resolve(address.port);
      });
    });
    if (taken !== 'taken') return taken;
  }
  throw new Error(`No port from ${port} to ${last} is free on ${host}`);
}
