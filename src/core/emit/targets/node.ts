import { sessionSigningKeysAt } from '../../canton/keys';
import type { Node, NodeKind } from '../../plan/node';
import { field, type Member, object, step, word } from '../hocon/tree';
import { isShared, type Settings, type UsedKms, usedBy } from '../settings';
import { kmsSection } from './kms';
import { schemes } from './schemes';
import { sessionSigningKeys } from './session-signing-keys';
import { missing, setting } from './setting';

const sections = {
  participant: 'participants',
  sequencer: 'sequencers',
  mediator: 'mediators',
} as const satisfies Record<NodeKind, string>;

/** What the wizard manages of one node. Its section is there even when empty: Canton refuses files without a node. */
export function nodeSection(settings: Settings, node: Node, index: number): readonly Member[] {
  const path = `nodes.${index}`;
  const session = sessionSigningKeys(settings, node, path);
  const place = sessionSigningKeysAt(settings.release);
  const crypto = [
    ...custody(settings, node, path, place === 'crypto.kms.session-signing-keys' ? session : []),
    ...schemes(settings, node, path),
    ...section('session-signing-keys', place === 'crypto.session-signing-keys' ? session : [], place),
    ...parallelism(settings, node, path),
    ...setting(
      settings,
      'crypto.enable-experimental',
      'enable-experimental',
      settings.plan.enableExperimental,
      'enableExperimental',
    ),
  ];
  const members = [
    ...section('crypto', crypto, 'crypto'),
    ...identity(settings, node, path),
    ...section('parameters.session-signing-keys', place === 'parameters.session-signing-keys' ? session : [], place),
  ];
  const name = [step('canton'), step(sections[node.kind], `${path}.kind`), step(node.name, `${path}.name`)];
  return [{ kind: 'field', name, value: object(members) }];
}

function custody(settings: Settings, node: Node, path: string, session: readonly Member[]): readonly Member[] {
  const used = usedBy(settings, node);
  if (used === undefined) return [];
  const at = `${path}.custody`;
  const kms = kmsField(settings, used, at, session);
  if (node.custody.type !== 'envelope') {
    return [...setting(settings, 'crypto.provider', 'provider', 'kms', `${at}.type`), kms];
  }
  return [
    ...setting(settings, 'crypto.provider', 'provider', 'jce', `${at}.type`),
    kms,
    field(
      'private-key-store.encryption',
      object(encryption(settings, node.custody, at)),
      'crypto.private-key-store.encryption',
      `${at}.type`,
    ),
  ];
}

function kmsField(settings: Settings, used: UsedKms, path: string, session: readonly Member[]): Member {
  const added = section('session-signing-keys', session, 'crypto.kms.session-signing-keys');
  const value = isShared(used)
    ? ({ kind: 'reference', path: ['_shared', used.stem], from: `${path}.kms`, plus: added } as const)
    : object([...kmsSection(settings, used), ...added]);
  return field('kms', value, 'crypto.kms', `${path}.kms`);
}

/** Keys that exist already need a script to give the node its identity; left to itself it would make keys of its own. */
function identity(settings: Settings, node: Node, path: string): readonly Member[] {
  if (node.custody.type !== 'external' || node.custody.keys.type !== 'given') return [];
  const from = `${path}.custody.keys`;
  const automatic = 'generate-topology-transactions-and-keys';
  return [
    field(
      'init',
      object([
        ...setting(settings, 'init.identity.type', 'identity.type', 'manual', from),
        ...setting(settings, `init.${automatic}`, automatic, false, from),
      ]),
      'init',
    ),
  ];
}

function encryption(
  settings: Settings,
  custody: Extract<Node['custody'], { type: 'envelope' }>,
  path: string,
): readonly Member[] {
  const type = [
    field('type', word('kms', `${path}.type`), 'crypto.private-key-store.encryption.type', `${path}.type`),
    ...(settings.reverted
      ? setting(settings, 'crypto.private-key-store.encryption.reverted', 'reverted', true, 'task.way')
      : []),
  ];
  const key = 'crypto.private-key-store.encryption.wrapper-key-id';
  if (custody.wrapperKey.type === 'generated') return type;
  const from = `${path}.wrapperKey.id`;
  const given = setting(settings, key, 'wrapper-key-id', custody.wrapperKey.id, from);
  return [...type, ...(given.length === 0 ? [missing('wrapper-key-id', key, from)] : given)];
}

function parallelism(settings: Settings, node: Node, path: string): readonly Member[] {
  const at = 'crypto.parallelism';
  const from = `${path}.parallelism`;
  const { signatureVerification, encryption } = node.parallelism;
  const checks = 'signature-verification-parallelism';
  const members = [
    ...setting(settings, `${at}.${checks}`, checks, signatureVerification, `${from}.signatureVerification`),
    ...setting(settings, `${at}.encryption-parallelism`, 'encryption-parallelism', encryption, `${from}.encryption`),
  ];
  return section('parallelism', members, at);
}

/** A section that is left out when it would be empty. */
function section(name: string, members: readonly Member[], key: string): readonly Member[] {
  return members.length === 0 ? [] : [field(name, object(members), key)];
}
