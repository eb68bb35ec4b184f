import { docs } from '../../../core/canton/sources';
import { unseenNodes } from '../../../core/plan/edit-inventory';
import { inventoryOf } from '../../../core/plan/task';
import { FindingsAt } from '../../plan-field';
import { someNames } from '../../scope';
import { Section } from '../../section';
import { StepPage } from '../../step-page';
import { usePlan } from '../../use-plan';
import { RemoteConsole } from '../keys/remote-console';
import { FoundTable } from './found-table';
import { GetScript } from './get-script';
import { PasteBox } from './paste-box';
import { inSum } from './what-is-there';

/** What runs today: asked of the nodes themselves, so that nobody types a fingerprint. */
export function InventoryStep() {
  const plan = usePlan();
  const found = inventoryOf(plan.task);
  const unseen = unseenNodes(plan);
  return (
    <StepPage
      title="What is there today?"
      lede="A script asks the running nodes for their keys and changes nothing. What it prints goes in here, so that nobody has to type a fingerprint."
      docs={[
        docs('howtos/secure/keys/key_management.html', 'Key management', plan.release),
        docs('howtos/secure/keys/namespace_key.html', 'Namespace key management', plan.release),
      ]}
    >
      <GetScript />
      <PasteBox />
      <FindingsAt paths={['task.inventory']} errors />
      {found.length > 0 && (
        <Section title="What was found">
          <p className="text-mid text-muted">
            {inSum(found)} Pasted again, a node's new lines replace its old ones. The plan's nodes follow.
          </p>
          <FoundTable nodes={found} />
        </Section>
      )}
      {found.length > 0 && unseen.length > 0 && (
        <p className="text-mid text-muted">
          Not in the inventory, and left as they are in the plan:{' '}
          {someNames(
            unseen.map((node) => node.name || 'one without a name'),
            10,
          )}
          . Remove them in the step Nodes if they don't run.
        </p>
      )}
      {plan.nodes.length > 0 && <RemoteConsole nodes={plan.nodes.map((node, index) => ({ index, node }))} />}
    </StepPage>
  );
}
