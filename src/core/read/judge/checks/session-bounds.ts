import type { NodeKey } from '../../../canton/keys';
import type { Release } from '../../../canton/releases';
import { validationSource } from '../../../canton/validation-source';
import { formatDuration } from '../duration';
import { longMax } from '../java';
import { flagAt, type NodeConfig, nanosAt } from '../values';
import type { Check } from './check';

const at = 'crypto.session-signing-keys';

/** From 3.5 the durations of session signing keys must fit together. */
export const sessionKeyBounds: Check = {
  source: validationSource,
  look: (node, { release, process, refuse, crash }) => {
    if (release === '3.3' || release === '3.4') return;
    const durations = durationsOf(node, release);
    const overflow = overflowOf(durations);
    if (overflow !== undefined) {
      crash(overflow.key, overflow.message);
      return;
    }
    const unchecked = flagAt(node.values, `${at}.disable-bound-checks`, release);
    if (!flagAt(node.values, `${at}.enabled`, release) || (unchecked && process.nonStandardConfig)) return;
    const missed = unchecked ? uncheckedNeedsFlag : missedBound(durations);
    if (missed !== undefined) refuse(missed.key, missed.message);
  },
};

type Missed = { readonly key: NodeKey; readonly message: string };
type Durations = ReturnType<typeof durationsOf>;

function durationsOf(node: NodeConfig, release: Release) {
  return {
    validity: nanosAt(node.values, `${at}.key-validity-duration`, release),
    tolerance: nanosAt(node.values, `${at}.tolerance-shift-duration`, release),
    cutOff: nanosAt(node.values, `${at}.cut-off-duration`, release),
    eviction: nanosAt(node.values, `${at}.key-eviction-period`, release),
    offset: nanosAt(node.values, 'sequencer-client.default-max-sequencing-time-offset', release),
  };
}

/** Canton adds durations up before it asks whether session keys are on at all, in 64 bits. */
function overflowOf({ cutOff, tolerance }: Durations): Missed | undefined {
  if (Number(cutOff) * 2 > 2 ** 63) {
    return { key: `${at}.cut-off-duration`, message: `trying to construct too large duration with ${cutOff * 2n}ns` };
  }
  if (tolerance + cutOff > longMax) return { key: `${at}.tolerance-shift-duration`, message: 'integer overflow' };
  return undefined;
}

const uncheckedNeedsFlag: Missed = {
  key: `${at}.disable-bound-checks`,
  message:
    'Disabling bound checks on session signing key validity parameters is only allowed with a `nonStandardConfig` and must only be used for testing.',
};

/** All bounds are strict; Canton tells the first one missed. */
function missedBound({ validity, tolerance, cutOff, eviction, offset }: Durations): Missed | undefined {
  const shortest = cutOff * 2n > tolerance + cutOff ? cutOff * 2n : tolerance + cutOff;
  if (validity <= shortest) {
    return {
      key: `${at}.key-validity-duration`,
      message: `The selected session signing key validity duration of ${formatDuration(validity)} is too short. It must be longer than ${formatDuration(shortest)}.`,
    };
  }
  if (tolerance <= cutOff) {
    return {
      key: `${at}.tolerance-shift-duration`,
      message: `The selected session signing key tolerance shift duration of ${formatDuration(tolerance)} must be longer than the cut-off (${formatDuration(cutOff)}).`,
    };
  }
  if (validity - cutOff <= offset) {
    return {
      key: `${at}.key-validity-duration`,
      message: `The selected session signing key validity parameters do not align with the current default max sequencing time offset (${formatDuration(offset)}): validity less cut-off must be longer than it.`,
    };
  }
  if (eviction <= validity) {
    return {
      key: `${at}.key-eviction-period`,
      message: `The selected session signing key eviction period of ${formatDuration(eviction)} must be longer than the key validity duration (${formatDuration(validity)}).`,
    };
  }
  return undefined;
}
