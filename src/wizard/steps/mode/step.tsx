import { docs } from '../../../core/canton/sources';
import { withCustody } from '../../../core/plan/edit';
import { Fold } from '../../../ui/fold';
import { RadioCards } from '../../../ui/radio-cards';
import { FindingsAt } from '../../plan-field';
import { StepPage } from '../../step-page';
import { usePlan } from '../../use-plan';
import { Comparison } from './comparison';
import { Diagram } from './diagram';
import { Envelope } from './envelope';
import { Parallelism } from './parallelism';
import { Schemes } from './schemes';
import { type Scope, useScope } from './scope';
import { ScopeSelect } from './scope-select';
import { SessionKeys } from './session-keys';

/** How the KMS protects the keys: by wrapping them, or by keeping them. */
export function ModeStep() {
  const { release } = usePlan();
  const scope = useScope();
  return (
    <StepPage
      title="How should the KMS protect the keys?"
      lede="Either the KMS encrypts the keys that a node keeps in its database, or it keeps them itself. A node has one of the two, never both."
      docs={[
        docs('howtos/secure/kms/mode/kms_mode.html', 'Select a KMS mode of operation', release),
        docs('howtos/secure/kms/mode/encrypted_key_storage.html', 'Encrypted private key storage', release),
        docs('howtos/secure/kms/mode/external_key_storage.html', 'External key storage', release),
        docs('reference/crypto_schemes.html', 'Cryptographic schemes', release),
      ]}
    >
      {scope === undefined ? (
        <p className="text-muted">No node of the plan uses a KMS. Give one of them a custody in the step Nodes.</p>
      ) : (
        <Answers scope={scope} />
      )}
    </StepPage>
  );
}

function Answers({ scope }: { scope: Scope }) {
  const plan = usePlan();
  const types = new Set(scope.indices.map((index) => plan.nodes[index]?.custody.type));
  const { type } = scope.shown.custody;
  const [kms] = plan.kms;
  return (
    <>
      <ScopeSelect scope={scope} />
      <RadioCards
        legend="Mode"
        path={`${scope.path}.custody.type`}
        columns={2}
        value={types.size === 1 && type !== 'none' ? type : undefined}
        onChoose={(chosen) => scope.change((node) => withCustody(node, chosen, kms?.id ?? ''))}
        cards={[
          {
            value: 'envelope',
            label: 'Envelope encryption',
            about: 'The node makes and uses its keys; the KMS encrypts them at rest',
            picture: <Diagram mode="envelope" />,
          },
          {
            value: 'external',
            label: 'External keys',
            about: 'The KMS makes, keeps and uses the keys; they never leave it',
            picture: <Diagram mode="external" />,
          },
        ]}
      />
      <p className="rounded-r-card border-l-3 border-warning bg-warning-soft px-3.5 py-2.5 text-mid">
        <b className="text-warning">What can't be undone:</b> a node's keys are born where this says. Envelope
        encryption can be switched on and off with a restart. To or from external keys there is no switch: it takes a
        new node.
      </p>
      <Comparison />
      {types.size > 1 && (
        <p className="text-muted">Choose one mode for all of them, or one node above, to answer the rest.</p>
      )}
      {types.size === 1 && type === 'envelope' && <Envelope scope={scope} />}
      {types.size === 1 && type === 'external' && <SessionKeys scope={scope} />}
      {types.size === 1 && (
        <div>
          {type === 'envelope' && scope.shown.sessionSigningKeys.type === 'on' && (
            <Fold title="Session signing keys" aside="on" open>
              <SessionKeys scope={scope} />
            </Fold>
          )}
          <Schemes key={`${scope.path} schemes`} scope={scope} />
          <Parallelism key={`${scope.path} parallelism`} scope={scope} />
        </div>
      )}
      <FindingsAt paths={[scope.path]} errors />
    </>
  );
}
