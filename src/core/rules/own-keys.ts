import { firstKeysSource, keyCommandsSource } from '../canton/key-care';
import { purposesOf } from '../canton/key-purposes';
import { keyOf, withKeyIds } from '../plan/edit-keys';
import { setsUpNodes } from '../plan/migration';
import type { Node } from '../plan/node';
import type { Path } from '../plan/plan';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { keyPath, roleNames } from './node-keys';
import { isGivenKeys } from './scripts';

/** Nodes that are built on keys made beforehand: whether all of them are named, and what must not happen before. */
export const ownKeyRule: Rule = (plan) => {
  if (!setsUpNodes(plan.task)) return [];
  let told = false;
  return eachNode(plan, (node, at, index) => {
    if (!isGivenKeys(node)) return [];
    const first = !told;
    told = true;
    return [
      ...missingKeys(node, at),
      ...(node.kind !== 'participant' && keyOf(node, 'encryption') !== '' ? [neverDecrypts(node, at, index)] : []),
      ...(first ? [manualIdentity(at)] : []),
    ];
  });
};

function missingKeys(node: Node, at: Path): Finding[] {
  return purposesOf(node.kind)
    .filter((purpose) => keyOf(node, purpose) === '')
    .map((purpose) => {
      const path = `${at}.${keyPath(purpose)}`;
      const message = `Write the KMS's id of the ${roleNames[purpose]} key.`;
      return purpose === 'encryption'
        ? {
            id: 'encryption-key-missing',
            severity: 'error',
            path,
            message,
            why: 'A participant is ready only when it has announced a key to encrypt to: without one it waits for ever.',
            source: firstKeysSource,
          }
        : {
            id: 'given-key-missing',
            severity: 'error',
            path,
            message,
            why: 'The script registers all keys of the node, or none. Without one of them the node cannot speak to a synchronizer.',
            source: firstKeysSource,
          };
    });
}

function neverDecrypts({ kind, name }: Node, at: Path, index: number): Finding {
  return {
    id: 'encryption-key-unneeded',
    severity: 'warning',
    path: `${at}.${keyPath('encryption')}`,
    message: `A ${kind} has no encryption key: this one is left out.`,
    why: 'Only participants decrypt. Registered all the same it would do no harm, and no good: one more key to guard and to pay for. If it was meant for a participant, it is missing there.',
    source: firstKeysSource,
    fix: {
      label: `Take it out of ${name === '' ? `the ${kind}` : name}`,
      apply: (plan) => changeNode(plan, index, (node) => withKeyIds(node, { encryption: '' })),
    },
  };
}

function manualIdentity(at: Path): Finding {
  return {
    id: 'identity-by-script',
    severity: 'note',
    path: `${at}.custody.keys`,
    message: 'Start these nodes with their files from the first start on; the scripts give them their identity.',
    why: 'The files say identity.type = manual. Started once without them, a node makes a root key of its own and is fixed to it: only a new database undoes that, and setting an identity then waits without end.',
    source: firstKeysSource,
    log: 'Since node is already initialized, it will never be ready to have its id set',
  };
}

/** Without a KMS that holds its keys a node can register none. */
export const registersOnlyWithKms = {
  source: keyCommandsSource,
  log: 'REGISTER_KMS_KEY_INTERNAL_ERROR',
} as const;
