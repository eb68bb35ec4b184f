import { holdsFor, type Release } from '../canton/releases';
import { isExperimental, isKnown, kmsSupportSource, type Scheme, schemesOf } from '../canton/schemes';
import { code } from '../canton/sources';
import type { Path } from '../plan/plan';
import type { ObservedKey } from '../plan/task';
import type { Finding } from './finding';
import type { Context } from './rotation-context';
import { changeKey, type Target } from './rotation-rows';
import { algorithmsFor, type Family, viewOf } from './scheme-view';

/** Whether a node can make, and use, a key of another kind than the old one. */
export function specFindings(
  { plan }: Context,
  spec: Scheme,
  key: ObservedKey,
  { planned: { node, kms } }: Target,
  path: Path,
  index: number,
): Finding[] {
  const { release } = plan;
  const fix = {
    fix: {
      label: 'Keep the kind of the old key',
      apply: (before: Context['plan']) =>
        changeKey(before, index, (row) => ({ ...row, to: { type: 'generated', spec: null } })),
    },
  };
  const family: Family = key.purpose;
  const other: readonly Scheme[] = schemesOf[`${family}.keys`];
  const common = { severity: 'error', path, ...fix } as const;
  if (!other.includes(spec)) {
    return [
      {
        ...common,
        id: 'new-key-spec-of-other-purpose',
        message: `The old key is for ${family}, and ${spec} is not.`,
        why: 'A key is replaced by one for the same use: the console has no command that would make this one.',
        source: code('crypto', family === 'signing' ? 'Signing.scala' : 'Encryption.scala', release),
      },
    ];
  }
  if (!isKnown(spec, release)) return [{ ...common, ...notInLine(spec, release) }];
  if (isExperimental(spec) && !plan.enableExperimental) {
    return [
      {
        ...common,
        id: 'new-key-spec-experimental',
        message: `${spec} works only where experimental schemes are switched on.`,
        why: 'The node refuses to make such a key. Switched on, they must be so on every node of the synchronizer.',
        source: code('crypto', 'CryptoSchemes.scala', '3.6'),
      },
    ];
  }
  const { keys, algorithms } = viewOf(plan, node, family);
  if (!keys.inKms.includes(spec)) {
    const type = kms?.type ?? 'driver';
    return [
      {
        ...common,
        id: 'new-key-spec-not-in-kms',
        message: `The KMS has no private keys of the kind ${spec} in Canton ${release}.`,
        why: `It can do ${keys.inKms.join(', ')}. The command fails when it creates the key, and the old one stays in use.`,
        source: kmsSupportSource(type, release),
      },
    ];
  }
  const usable = algorithmsFor(spec, algorithms.kind, release);
  const barred =
    (keys.allowed.length > 0 && !keys.allowed.includes(spec)) ||
    (algorithms.allowed.length > 0 && !usable.some((algorithm) => algorithms.allowed.includes(algorithm)));
  if (!barred) return [];
  return [
    {
      ...common,
      id: 'new-key-spec-not-allowed',
      message: `The node allows no keys of the kind ${spec}.`,
      why: 'Its lists of schemes hold for its own keys too: the command fails, and the old key stays in use. Allow it on this node, and on the others of its synchronizer, first.',
      source: code('crypto', 'CryptoSchemes.scala', holdsFor({ since: '3.4' }, release) ? release : '3.4'),
    },
  ];
}

function notInLine(spec: Scheme, release: Release) {
  return {
    id: 'new-key-spec-not-in-line',
    message: `Canton ${release} has no ${spec}.`,
    why: 'The script would name a kind of key that the console does not know, and could not be compiled.',
    source: code('crypto', 'Signing.scala', release),
  };
}
