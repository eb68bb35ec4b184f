import { firstKeysSource, registeredOnceSource, registeringSource } from '../canton/key-care';
import { longestKeyId } from '../canton/key-ids';
import { code } from '../canton/sources';
import { withWrapperKey } from '../plan/edit';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { type NodeKey, nodeKeys, roleNames } from './node-keys';

type Owner = { readonly key: NodeKey; readonly index: number; readonly name: string };

/** One key of a KMS in two places: in two roles of a node, or on two nodes. */
export const sharedKeyRule: Rule = (plan) => {
  const owners = new Map<string, Owner>();
  return eachNode(plan, (node, _at, index) => {
    const found: Finding[] = [];
    for (const key of nodeKeys(plan, node, index)) {
      if (key.id.length > longestKeyId) continue;
      const owner = key.identities.map((identity) => owners.get(identity)).find((known) => known !== undefined);
      for (const identity of key.identities) {
        if (!owners.has(identity)) owners.set(identity, { key, index, name: node.name });
      }
      if (owner !== undefined) found.push(shared(key, index, owner));
    }
    return found;
  });
};

function shared(key: NodeKey, index: number, owner: Owner): Finding {
  if (owner.index === index) return inTwoRoles(key, owner.key);
  const wraps = [key, owner.key].filter(({ role }) => role === 'wrapper').length;
  if (wraps === 2) return wrapperOfTwo(key, index, owner);
  return wraps === 1 ? wrapsAndSigns(key, owner) : onTwoNodes(key, owner);
}

function inTwoRoles({ path, role }: NodeKey, other: NodeKey): Finding {
  const root = role === 'intermediate' && other.role === 'namespace';
  const encrypts = role === 'encryption' || other.role === 'encryption';
  const why = encrypts
    ? 'A key of a KMS either signs or decrypts. The second of the two is refused where the script registers it, with the first one registered already.'
    : 'A key is registered under one name and for one use. The second registration is refused, and the script stops with the node half set up.';
  return {
    id: 'key-in-two-roles',
    severity: 'error',
    path,
    message: root
      ? 'This is the root key itself: an intermediate key must be another one.'
      : `This is the ${roleNames[other.role]} key of the node too.`,
    why,
    source: encrypts ? registeringSource : registeredOnceSource,
    log: encrypts
      ? 'The selected key is defined for SIGN_VERIFY and not for encryption'
      : 'Existing public key for ... is different than inserted key',
  };
}

function onTwoNodes({ path, role }: NodeKey, { key, name }: Owner): Finding {
  const identity = role === 'namespace' && key.role === 'namespace';
  return {
    id: 'key-on-two-nodes',
    severity: 'error',
    path,
    message: `${name} has this key too, as its ${roleNames[key.role]} key.`,
    why: identity
      ? 'The namespace key is the identity of a node: with one key the two share it, each can speak for the other, and with the same identifier they are one node running twice. Both connect, and nobody warns.'
      : 'Each of the two nodes can sign, or decrypt, in the name of the other, and neither can be shut out alone. Canton does not notice, or only when one of them rotates.',
    source: firstKeysSource,
  };
}

function wrapsAndSigns({ path, role }: NodeKey, { key, name }: Owner): Finding {
  return {
    id: 'key-wraps-and-signs',
    severity: 'error',
    path,
    message: `${name} has this key as its ${roleNames[key.role]} key.`,
    why: `A wrapper key is symmetric, and a node's own keys are not: one key cannot be both. ${
      role === 'wrapper' ? 'The node ends while starting.' : 'The script stops where it registers the key.'
    }`,
    source: registeringSource,
    log: 'The selected key is defined for ENCRYPT_DECRYPT and not for signing',
  };
}

function wrapperOfTwo({ path }: NodeKey, index: number, { name }: Owner): Finding {
  return {
    id: 'wrapper-key-shared',
    severity: 'warning',
    path,
    message: `${name} has the same wrapper key.`,
    why: "Whoever may use it can decrypt the keys of both nodes, and neither can be shut out alone. Canton's own sample advises one key for each node.",
    source: code('config', 'EncryptedPrivateStoreConfig.scala'),
    fix: {
      label: 'Let Canton create one for this node',
      apply: (plan) => changeNode(plan, index, (node) => withWrapperKey(node, { type: 'generated' })),
    },
  };
}
