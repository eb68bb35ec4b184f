import { knows } from '../../../core/canton/keys';
import type { Mode } from '../../../core/canton/modes';
import type { Release } from '../../../core/canton/releases';
import { docs } from '../../../core/canton/sources';
import { type CustodyType, editNodes, withCustody } from '../../../core/plan/edit';
import { NonStandardConfig } from '../../non-standard-config';
import { FindingsAt } from '../../plan-field';
import { differHint, nodesIn, type Placed, shared } from '../../scope';
import { ScopeSelect } from '../../scope-select';
import { StepPage } from '../../step-page';
import { useEdit, usePlan } from '../../use-plan';
import { useScope } from '../../use-scope';
import { custodyWords } from '../../words';
import { Comparison } from './comparison';
import { Elsewhere } from './elsewhere';
import { EnvelopeSection } from './envelope-section';
import { KeysMade } from './keys-made';
import { ModeCards } from './mode-cards';
import { askedForSessionKeys, scopeFor } from './node-answers';
import { ParallelismSection } from './parallelism-section';
import { SchemesSection } from './schemes-section';
import { SessionSection } from './session-section';

/** How the nodes use their KMS: the mode, and what belongs to each. */
export function ModeStep() {
  const plan = usePlan();
  const edit = useEdit();
  const { scope, setScope } = useScope(scopeFor);
  const nodes = nodesIn(plan, scope);
  const first = nodes[0];
  const mode = shared(nodes, (node) => node.custody.type);
  const chosen = mode.type === 'same' && mode.value !== 'none' ? mode.value : undefined;
  const enveloped = nodes.filter(({ node }) => node.custody.type === 'envelope');
  const sessions = askedForSessionKeys(nodes);
  const externals = nodes.filter(({ node }) => node.custody.type === 'external');
  const asksConsent = asksForConsent(sessions, plan.release);
  const key = scope.type === 'all' ? 'all' : scope.index;

  function choose(type: Mode) {
    const indices = nodes.map(({ index }) => index);
    edit((before) => editNodes(before, indices, (node) => withCustody(node, type, before)));
  }

  return (
    <StepPage
      title="How should the KMS protect the keys?"
      lede="Either it encrypts the keys that a node keeps in its database, or it keeps them itself; never both. The choice holds for all nodes with a KMS, unless you choose one of them."
      docs={[
        docs('howtos/secure/kms/mode/kms_mode.html', 'Select a KMS mode of operation', plan.release),
        docs('howtos/secure/kms/mode/encrypted_key_storage.html', 'Encrypted private key storage', plan.release),
        docs('howtos/secure/kms/mode/external_key_storage.html', 'External key storage', plan.release),
        docs('howtos/optimize/session_keys.html', 'Session keys', plan.release),
        docs('reference/crypto_schemes.html', 'Cryptographic schemes', plan.release),
      ]}
    >
      {plan.nodes.length > 1 && <ScopeSelect nodes={plan.nodes} scope={scope} onScope={setScope} />}
      {first === undefined ? (
        <p>There is no node yet. Add one in the step Nodes.</p>
      ) : (
        <>
          <ModeCards
            path={`nodes.${first.index}.custody`}
            value={chosen}
            hint={hintFor(nodes, chosen)}
            onChoose={choose}
          />
          <Comparison chosen={chosen} />
          <FindingsAt paths={[`nodes.${first.index}.custody`]} errors />
          <Elsewhere nodes={nodes} answer="custody" but="custody.wrapperKey" />
          {enveloped.length > 0 && <EnvelopeSection key={`envelope ${key}`} nodes={enveloped} />}
          {externals.length > 0 && <KeysMade nodes={externals} />}
          {sessions.length > 0 && <SessionSection key={`session ${key}`} nodes={sessions} />}
          <div>
            <SchemesSection key={`schemes ${key}`} nodes={nodes} />
            <ParallelismSection key={`parallelism ${key}`} nodes={nodes} />
          </div>
          {plan.nonStandardConfig && !asksConsent && <NonStandardConfig />}
        </>
      )}
    </StepPage>
  );
}

/** Whether the fields of the session keys on the page ask for the consent; nodes that differ have none. */
function asksForConsent(sessions: readonly Placed[], release: Release): boolean {
  const common = shared(sessions, (node) => node.sessionSigningKeys);
  if (common.type === 'differ' || common.value.type === 'off') return false;
  const unchecked =
    common.value.disableBoundChecks && knows('crypto.session-signing-keys.disable-bound-checks', release);
  return release === '3.4' || unchecked;
}

const inSentence = { ...custodyWords, envelope: 'envelope', external: 'external' } as const satisfies Record<
  CustodyType,
  string
>;

function hintFor(nodes: readonly Placed[], chosen: string | undefined): string | undefined {
  if (chosen !== undefined) return undefined;
  if (nodes.every(({ node }) => node.custody.type === 'none')) {
    return nodes.length === 1
      ? 'This node has no KMS: its keys lie in its database in the clear. A mode chosen here gives it the KMS.'
      : 'No node has a KMS yet: their keys lie in their databases in the clear. A mode chosen here gives it to all of them.';
  }
  return differHint(nodes, (node) => inSentence[node.custody.type]);
}
