import { docs } from '../../../core/canton/sources';
import { withRestore } from '../../../core/plan/edit-rotation';
import { Button } from '../../../ui/button';
import { Fold } from '../../../ui/fold';
import { useNavigate } from '../../navigation';
import { FindingsAt, PlanCheckbox } from '../../plan-field';
import { StepPage } from '../../step-page';
import { useEdit, usePlan } from '../../use-plan';
import { Deletions } from './deletions';
import { KeysSection } from './keys-section';
import { Outcome } from './outcome';
import { hasWrappers, WrappersSection } from './wrappers-section';

/** Which of the keys that were found are replaced, by what, and what becomes of the old ones. */
export function RotationStep() {
  const plan = usePlan();
  const { task, release } = plan;
  const edit = useEdit();
  return (
    <StepPage
      title="Which keys should be replaced?"
      lede="Choose among the keys that the inventory found. A script for each node replaces exactly these, once: run again, it says that it was done before."
      docs={[
        docs('howtos/secure/keys/key_management.html', 'Key management', release),
        docs('howtos/secure/kms/key_rotation/rotate_wrapper_key.html', 'Rotate the wrapper key', release),
        docs('howtos/secure/kms/key_rotation/rotate_external_keys.html', 'Rotate external keys', release),
      ]}
    >
      {task.type === 'rotate' && (
        <>
          <FindingsAt paths={['task']} errors />
          {task.inventory.length === 0 && <NothingKnown />}
          {hasWrappers(task) && <WrappersSection task={task} />}
          {(task.inventory.length > 0 || task.keys.length > 0) && <KeysSection task={task} />}
          <Outcome plan={plan} task={task} />
          <div>
            <Deletions task={task} />
            <Fold
              title="After a restore from an older backup"
              aside={task.restore ? 'two more scripts a node' : 'off'}
              open={task.restore}
            >
              <PlanCheckbox
                path="task.restore"
                label="Add the scripts that put a restored node right"
                hint="The first runs before the node connects, and registers the keys that are younger than the backup: without them the node stops. The second runs afterwards, and brings the node's own list of keys up to the synchronizer's: until then its changes are lost without a message."
                checked={task.restore}
                onChange={({ target }) => edit((plan) => withRestore(plan, target.checked))}
              />
            </Fold>
          </div>
        </>
      )}
    </StepPage>
  );
}

function NothingKnown() {
  const navigate = useNavigate();
  return (
    <div className="rounded-card border border-line bg-surface px-3 py-2.5 text-mid">
      <p>Nothing is known of the keys yet: the inventory of the running nodes comes first.</p>
      <Button className="mt-2" onClick={() => navigate('inventory')}>
        Go to Inventory
      </Button>
    </div>
  );
}
