import { nodeOn } from '../scala/console';
import { type Expression, fn, it, ref } from '../scala/expression';
import { columns } from '../scala/phrases';
import { textOf } from './questions';
import type { Subject } from './subject';

/** How a script shows what it leaves behind. */

/** The announced keys. Needs `mapped`, `held` and `usageOf`. */
export function showMapped(): Expression {
  return ref('mapped').dot(
    'foreach',
    fn('k', (k) => {
      const own = ref('held').dot('find', it.dot('publicKey').eq(k));
      return columns(
        'STATE',
        'mapped',
        ref('usageOf').of(k),
        k.dot('fingerprint.unwrap'),
        textOf(own.dot('flatMap', it.dot('kmsKeyId'))),
      );
    }),
  );
}

/** A participant that signs and decrypts answers itself; the others have nobody to ask. */
export function showPing({ settings, node }: Subject): readonly Expression[] {
  if (node.kind !== 'participant') return [];
  const at = nodeOn(settings.release, node.kind, ref('node'));
  return [columns('STATE', 'ping', at.call('health.ping', { participantId: ref('node') }))];
}
