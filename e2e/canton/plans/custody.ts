import fc from 'fast-check';
import type { KmsType } from '../../../src/core/canton/schemes';
import type { Kms } from '../../../src/core/plan/kms';
import { type Custody, delegationRestrictions, type Intermediate, type Node } from '../../../src/core/plan/node';
import { maybe, text } from './texts';

/** Who holds the keys of a node and which keys it is given; each key of a plan is another one. */

/** Ids of keys, by their KMS. Built once: arbitraries made of patterns take their time. */
const keyId: Record<KmsType, fc.Arbitrary<string>> = {
  aws: fc.oneof(
    fc.uuid(),
    fc.uuid().map((id) => `mrk-${id.replaceAll('-', '')}`),
    fc.stringMatching(/^alias\/[A-Za-z0-9_-]{1,20}$/).filter((alias) => !alias.startsWith('alias/aws/')),
  ),
  gcp: fc.stringMatching(/^[A-Za-z0-9_-]{1,59}$/),
  driver: text,
};

/** @param used the KMS that the node has, unless it has none */
export function custodyOf(used: Kms): fc.Arbitrary<Custody> {
  const id = keyId[used.type];
  const wrapperKey = fc.oneof(
    fc.constant({ type: 'generated' } as const),
    fc.record({ type: fc.constant('given'), id }),
  );
  const keys = fc.oneof(
    fc.constant({ type: 'generated' } as const),
    fc.record({ type: fc.constant('given'), namespace: id, sequencerAuth: id, signing: id, encryption: id }),
  );
  return fc.oneof(
    fc.constant<Custody>({ type: 'none' }),
    fc.record({ type: fc.constant('envelope'), kms: fc.constant(used.id), wrapperKey }),
    fc.record({ type: fc.constant('external'), kms: fc.constant(used.id), keys }),
  );
}

/** @param type the KMS that holds the node's keys; without one there is none to name */
export function intermediateOf(custody: Custody, type: KmsType | undefined): fc.Arbitrary<Intermediate> {
  const id = custody.type === 'external' && type !== undefined ? maybe(keyId[type]) : fc.constant('');
  return fc.oneof(
    fc.constant<Intermediate>({ type: 'off' }),
    fc.record({ type: fc.constant('on'), keyId: id, restriction: fc.constantFrom(...delegationRestrictions) }),
  );
}

/** Gives every key of a plan an id that no other has: one key in two places is an error. */
export function withKeysApart(kms: readonly Kms[]): (node: Node, index: number) => Node {
  return (node, index) => {
    const { custody, intermediate } = node;
    if (custody.type === 'none') return node;
    const type = kms.find(({ id }) => id === custody.kms)?.type ?? 'driver';
    const own = (id: string, role: number) => (id === '' ? '' : marked(type, id, index * 8 + role));
    if (custody.type === 'envelope') {
      const { wrapperKey } = custody;
      return wrapperKey.type === 'generated'
        ? node
        : { ...node, custody: { ...custody, wrapperKey: { ...wrapperKey, id: own(wrapperKey.id, 0) } } };
    }
    const { keys } = custody;
    return {
      ...node,
      intermediate: intermediate.type === 'off' ? intermediate : { ...intermediate, keyId: own(intermediate.keyId, 1) },
      custody:
        keys.type === 'generated'
          ? custody
          : {
              ...custody,
              keys: {
                ...keys,
                namespace: own(keys.namespace, 2),
                sequencerAuth: own(keys.sequencerAuth, 3),
                signing: own(keys.signing, 4),
                // On other nodes it is left out, with a warning.
                encryption: node.kind === 'participant' ? own(keys.encryption, 5) : '',
              },
            },
    };
  };
}

/** The id with a number at its end, in a form that its KMS takes. */
function marked(type: KmsType, id: string, place: number): string {
  if (type === 'aws' && !id.startsWith('alias/')) return id.slice(0, -2) + place.toString(16).padStart(2, '0');
  return `${id}-${String(place).padStart(2, '0')}`;
}
