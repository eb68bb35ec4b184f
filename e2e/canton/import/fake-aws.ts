import { publicOf, spki, unwrapped, wrapping } from './exported-keys';
import type { Reply, Request } from './loopback';

/** Keys by their ids; `fails` is an action that is refused, `swaps` gives out another public key. */
export function fakeAws({ fails = '', swaps = false } = {}) {
  const made = new Map<string, { spec: string; material?: Buffer }>();
  const asked: Record<string, unknown>[] = [];
  const answer = ({ target, body }: Request): Reply => {
    const action = target.replace('TrentService.', '');
    asked.push({ action, ...body });
    const id = String(body.KeyId ?? '');
    if (action === fails) return { status: 400, body: { __type: 'AccessDeniedException', message: 'no' } };
    switch (action) {
      case 'CreateKey': {
        const next = `1234abcd-12ab-34cd-56ef-${String(made.size).padStart(12, '0')}`;
        made.set(next, { spec: String(body.KeySpec) });
        return { body: { KeyMetadata: { KeyId: next } } };
      }
      case 'GetParametersForImport':
        return {
          body: {
            KeyId: id,
            PublicKey: spki(wrapping.publicKey).toString('base64'),
            ImportToken: Buffer.from(`token of ${id}`).toString('base64'),
          },
        };
      case 'ImportKeyMaterial':
        made.set(id, {
          spec: made.get(id)?.spec ?? '',
          material: unwrapped(Buffer.from(String(body.EncryptedKeyMaterial), 'base64')),
        });
        return { body: {} };
      case 'DescribeKey': {
        const state = made.get(id)?.material === undefined ? 'PendingImport' : 'Enabled';
        return { body: { KeyMetadata: { KeyId: id, KeyState: state } } };
      }
      case 'GetPublicKey': {
        const material = made.get(id)?.material;
        if (material === undefined)
          return { status: 400, body: { __type: 'KMSInvalidStateException', message: 'empty' } };
        const key = swaps ? wrapping.publicKey : publicOf(material);
        return { body: { KeyId: id, PublicKey: spki(key).toString('base64') } };
      }
      default:
        return { status: 400, body: { __type: 'UnknownOperationException' } };
    }
  };
  return { made, asked, answer };
}
