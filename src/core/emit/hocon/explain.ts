import { find } from '../../canton/keys';
import type { Member, Value } from './tree';

/** Settings whose consequence a person should read where they stand: those that decide about keys, trust or the start. */
const explained: ReadonlySet<string> = new Set([
  'canton.parameters.non-standard-config',
  'crypto.provider',
  'crypto.private-key-store.encryption',
  'crypto.private-key-store.encryption.wrapper-key-id',
  'crypto.kms.name',
  'crypto.kms.multi-region-key',
  'crypto.kms.endpoint-override',
  'crypto.kms.disable-ssl-verification',
  'crypto.session-signing-keys',
  'crypto.kms.session-signing-keys',
  'parameters.session-signing-keys',
  'crypto.session-signing-keys.disable-bound-checks',
  'crypto.enable-experimental',
]);

/** The members with a comment before each such setting, once in a file. */
export function explain(members: readonly Member[], said = new Set<string>()): readonly Member[] {
  return members.flatMap((member): readonly Member[] => {
    if (member.kind !== 'field') return [member];
    const { key } = member;
    const comments =
      key === undefined || !explained.has(key) || said.has(key) ? [] : why(key, member.name.at(-1)?.from);
    if (key !== undefined) said.add(key);
    const value = explainValue(member.value, said);
    return [...comments, value === member.value ? member : { ...member, value }];
  });
}

function explainValue(value: Value, said: Set<string>): Value {
  if (value.kind === 'object') return { kind: 'object', members: explain(value.members, said) };
  if (value.kind === 'reference') return { ...value, plus: explain(value.plus, said) };
  return value;
}

function why(key: string, from: string | undefined): readonly Member[] {
  const text = find(key)?.about;
  if (text === undefined) return [];
  return [from === undefined ? { kind: 'comment', text, key } : { kind: 'comment', text, key, from }];
}
