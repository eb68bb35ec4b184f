import { createServer, type IncomingMessage } from 'node:http';

/** What a fake cloud is asked, and what it says. */
export type Request = {
  readonly method: string;
  readonly url: string;
  /** Which action, where the address doesn't say. */
  readonly target: string;
  readonly body: Record<string, unknown>;
};
export type Reply = { readonly status?: number; readonly body: unknown };

/** An endpoint on loopback for as long as `use` runs. */
export async function serving<T>(answer: (request: Request) => Reply, use: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const target = String(request.headers['x-amz-target'] ?? '');
      const body = text === '' ? {} : JSON.parse(text);
      const { method = '', url = '' } = request;
      const { status = 200, body: reply } = answer({ method, url, target, body });
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
