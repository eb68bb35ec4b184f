import { docs } from '../../../core/canton/sources';
import { keysBy } from '../../../core/plan/edit-keys';
import { nodeKinds } from '../../../core/plan/node';
import type { Plan } from '../../../core/plan/plan';
import { Button } from '../../../ui/button';
import { useNavigate } from '../../navigation';
import { nodesIn, type Placed } from '../../scope';
import { ScopeSelect } from '../../scope-select';
import { StepPage } from '../../step-page';
import { usePlan } from '../../use-plan';
import { useScope } from '../../use-scope';
import { BringUp } from './bring-up';
import { GivenSection } from './given-section';
import { Identity } from './identity';
import { scopeFor } from './in-view';
import { Intermediate } from './intermediate';
import { RemoteConsole } from './remote-console';
import { WhoMakes } from './who-makes';

/** Who makes the keys of nodes whose keys live in the KMS, and what has to be known about keys that exist already. */
export function KeysStep() {
  const plan = usePlan();
  const { scope, setScope } = useScope(scopeFor);
  const nodes = nodesIn(plan, scope);
  const external = nodes.filter(({ node }) => node.custody.type === 'external');
  const given = external.filter(({ node }) => keysBy(node) === 'given');
  const withKms = nodes.filter(({ node }) => node.custody.type !== 'none');
  const reached = scope.type === 'all' ? plan.nodes.map((node, index) => ({ index, node })) : nodes;
  const key = scope.type === 'all' ? 'all' : scope.index;
  return (
    <StepPage
      title="Who makes the keys?"
      lede="Canton does, at a node's first start, unless you bring keys that exist in the KMS already."
      docs={[
        docs('howtos/secure/kms/mode/external_key_storage.html', 'External key storage', plan.release),
        docs('howtos/operate/identity/manual_identity_init.html', 'Initialize node identity manually', plan.release),
        docs('howtos/secure/keys/namespace_key.html', 'Namespace key management', plan.release),
      ]}
    >
      {plan.nodes.length > 1 && <ScopeSelect nodes={plan.nodes} scope={scope} onScope={setScope} />}
      {external.length > 0 ? <WhoMakes nodes={external} /> : <NothingToBring nodes={nodes} />}
      {given.length > 0 && <GivenSection key={`given ${key}`} nodes={given} />}
      {bringsUp(plan) && scope.type === 'all' && <BringUp />}
      <div>
        {given.length > 0 && <Identity key={`identity ${key}`} nodes={given} />}
        {withKms.length > 0 && <Intermediate key={`intermediate ${key}`} nodes={withKms} />}
        {reached.length > 0 && <RemoteConsole key={`console ${key}`} nodes={reached} />}
      </div>
    </StepPage>
  );
}

/** Where no node keeps its keys in the KMS there is nothing to choose. */
function NothingToBring({ nodes }: { nodes: readonly Placed[] }) {
  const navigate = useNavigate();
  if (nodes.length === 0) return <p>There is no node yet. Add one in the step Nodes.</p>;
  return (
    <div className="rounded-card border border-line bg-surface px-3 py-2.5 text-mid">
      <p>
        {nodes.length === 1 ? 'This node makes' : 'These nodes make'} the keys and keep them in the database, so there
        are none to bring. With external keys they live in the KMS and can be made before the node.
      </p>
      <Button className="mt-2" onClick={() => navigate('mode')}>
        Choose in Mode
      </Button>
    </div>
  );
}

/** Whether the scripts bring up a whole synchronizer: keys are brought, and all three kinds of nodes are there. */
function bringsUp({ nodes }: Plan): boolean {
  return (
    nodes.some((node) => keysBy(node) === 'given') &&
    nodeKinds.every((kind) => nodes.some((node) => node.kind === kind))
  );
}
