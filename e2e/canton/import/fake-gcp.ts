import { pem, publicOf, unwrapped, wrapping } from './exported-keys';
import type { Reply, Request } from './loopback';

/** Keys by their names, and import jobs, in the ring at this address. */
export function fakeGcp(ring: string) {
  const made = new Map<string, { asked: Record<string, unknown>; material?: Buffer; algorithm?: string }>();
  const jobs = new Map<string, Record<string, unknown>>();
  const missing: Reply = { status: 404, body: { error: { code: 404, status: 'NOT_FOUND', message: 'none' } } };
  const answer = ({ method, url, body }: Request): Reply => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    const [, kind = '', name = '', ...rest] = pathname.replace(ring, '').split(/[/:]/);
    const known = made.get(name);
    if (kind === 'importJobs' && method === 'POST') {
      jobs.set(searchParams.get('importJobId') ?? '', body);
      return {
        body: { name: `${pathname.slice(4)}/${searchParams.get('importJobId')}`, state: 'PENDING_GENERATION' },
      };
    }
    if (kind === 'importJobs') {
      if (!jobs.has(name)) return missing;
      return { body: { name: pathname.slice(4), state: 'ACTIVE', publicKey: { pem: pem(wrapping.publicKey) } } };
    }
    if (method === 'POST' && rest.length === 0) {
      const asked = { ...body, skips: searchParams.get('skipInitialVersionCreation') };
      made.set(searchParams.get('cryptoKeyId') ?? '', { asked });
      return { body: { name: `${pathname.slice(4)}/${searchParams.get('cryptoKeyId')}` } };
    }
    if (known === undefined) return missing;
    if (rest.at(-1) === 'import') {
      const wrapped = Buffer.from(String(body.wrappedKey ?? body.rsaAesWrappedKey), 'base64');
      made.set(name, { ...known, material: unwrapped(wrapped), algorithm: String(body.algorithm) });
      return { body: { name: `${ring.slice(4)}/cryptoKeys/${name}/cryptoKeyVersions/1`, state: 'PENDING_IMPORT' } };
    }
    const { material, algorithm } = known;
    if (rest.length === 0) return { body: { name: pathname.slice(4) } };
    if (rest.at(-1) === 'cryptoKeyVersions') {
      const version = { name: `${pathname.slice(4)}/1`, state: 'ENABLED', algorithm };
      return { body: material === undefined ? {} : { cryptoKeyVersions: [version] } };
    }
    if (material === undefined) return missing;
    if (rest.at(-1) !== 'publicKey') return { body: { name: pathname.slice(4), state: 'ENABLED', algorithm } };
    const key = publicOf(material);
    return { body: { name: pathname.slice(4), pem: pem(key), algorithm, protectionLevel: 'HSM' } };
  };
  return { made, jobs, answer };
}
