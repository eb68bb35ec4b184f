import { sessionSigningKeysAt } from '../../../core/canton/keys';
import { docs } from '../../../core/canton/sources';
import { sessionSigningKeysOn } from '../../../core/plan/defaults';
import { editNodes } from '../../../core/plan/edit';
import type { SessionSigningKeys } from '../../../core/plan/node';
import { Checkbox } from '../../../ui/checkbox';
import { Differs } from '../../differs';
import { FindingsAt, useErrorsAt } from '../../plan-field';
import { type Placed, shared, tally } from '../../scope';
import { Section } from '../../section';
import { useEdit, usePlan } from '../../use-plan';
import { CallCounts } from './call-counts';
import { Elsewhere } from './elsewhere';
import { SessionFields } from './session-fields';

/** Session signing keys: whether, and with what durations. */
export function SessionSection({ nodes }: { nodes: readonly Placed[] }) {
  const { release } = usePlan();
  const edit = useEdit();
  const [first] = nodes;
  const path = `nodes.${first?.index ?? 0}.sessionSigningKeys`;
  const errors = useErrorsAt(path);
  const page = docs('howtos/optimize/session_keys.html', 'Session keys', release);
  const common = shared(nodes, (node) => node.sessionSigningKeys);

  function set(sessionSigningKeys: SessionSigningKeys, group?: string) {
    const indices = nodes.map(({ index }) => index);
    edit((plan) => editNodes(plan, indices, (node) => ({ ...node, sessionSigningKeys })), group);
  }

  return (
    <Section title="Session signing keys">
      <p>
        Short-lived signing keys in the node's memory, each vouched for by a key in the KMS. Most signatures then cost
        no call; while a session key lives, whoever can read the node's memory can sign with it.{' '}
        <a href={page.url} target="_blank" rel="noreferrer">
          {page.label}
        </a>
      </p>
      <CallCounts />
      {common.type === 'differ' ? (
        <Differs
          what="The session signing keys"
          nodes={nodes}
          counts={tally(nodes, (node) => node.sessionSigningKeys.type)}
          onTake={(node) => set(node.sessionSigningKeys)}
        />
      ) : (
        <>
          <Checkbox
            path={path}
            label="Use session signing keys"
            writes={`${sessionSigningKeysAt(release)}.enabled`}
            hint={placeOf(release)}
            errors={errors}
            checked={common.value.type === 'on'}
            onChange={({ target }) => set(target.checked ? sessionSigningKeysOn() : { type: 'off' })}
          />
          <FindingsAt paths={[path]} />
          {common.value.type === 'on' && <SessionFields path={path} value={common.value} onChange={set} />}
        </>
      )}
      <Elsewhere nodes={nodes} answer="sessionSigningKeys" agree={common.type === 'same'} />
    </Section>
  );
}

/** Where the setting stands moved from line to line, and a file made for another line is refused. */
function placeOf(release: string): string | undefined {
  return release === '3.3' || release === '3.4'
    ? `Canton ${release} has them at another place than other lines, and without a tolerance.`
    : undefined;
}
