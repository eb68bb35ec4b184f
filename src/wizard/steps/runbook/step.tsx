import type { Release } from '../../../core/canton/releases';
import { docs, type Page } from '../../../core/canton/sources';
import { boxesOf } from '../../../core/emit/runbook/boxes';
import { runbookOf } from '../../../core/emit/runbook/runbook';
import { settingsOf } from '../../../core/emit/settings';
import { movingNodes } from '../../../core/plan/migration';
import type { MigrationWay } from '../../../core/plan/task';
import { Button } from '../../../ui/button';
import { counted } from '../../counted';
import { useNavigate } from '../../navigation';
import { StepPage } from '../../step-page';
import { usePlan, useTicks } from '../../use-plan';
import { Words } from './blocks';
import { RunbookItem } from './item';

/** The page to work from: each step with its command, what one should see, and a box to tick for each node. */
export function RunbookStep() {
  const plan = usePlan();
  const { ticks } = useTicks();
  const runbook = runbookOf(settingsOf(plan));
  if (runbook === undefined) return <NoRunbook />;
  if (movingNodes(plan).length === 0) return <NobodyMoves />;
  const all = boxesOf(runbook, plan.nodes);
  const done = all.filter(({ tick }) => ticks.has(tick)).length;
  return (
    <StepPage
      title={runbook.title}
      lede="The runbook is in the ZIP, too, as RUNBOOK.md. What you tick here stays in this browser and goes along in plan.json; a link carries it if you say so under Share."
      docs={plan.task.type === 'migrate' ? [pageOf(plan.task.way, plan.release)] : []}
    >
      <dl className="grid gap-x-4 gap-y-2 rounded-card border border-line bg-surface px-3 py-2.5 text-mid @md:grid-cols-[auto_1fr]">
        <dt className="font-semibold">What has been tried</dt>
        <dd>
          <Words text={runbook.tried} />
        </dd>
        <dt className="font-semibold">The way back</dt>
        <dd>
          <Words text={runbook.back} />
        </dd>
      </dl>
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <p role="status">
          {done} of {counted(all.length, 'tick')} done
        </p>
        <Button onClick={() => print()}>Print</Button>
      </div>
      <ol className="grid gap-4">
        {runbook.steps.map((step, at) => (
          <RunbookItem key={step.id} step={step} number={at + 1} nodes={plan.nodes} />
        ))}
      </ol>
    </StepPage>
  );
}

/** Where Canton's documentation describes a way. */
function pageOf({ type }: MigrationWay, release: Release): Page {
  const at = (page: string, label: string) => docs(`howtos/secure/kms/migration/${page}.html`, label, release);
  switch (type) {
    case 'encrypt':
    case 'revert':
      return at('encrypted_key_storage_migration', 'Migrate to encrypted storage');
    case 'export':
      return at('external_key_storage_migration_export_keys', 'Migrate by exporting the key material');
    case 'transfer':
      return at('external_key_storage_migration_transfer_assets', 'Migrate with asset transfer');
  }
}

/** A way that the release line lacks the commands for, or that is only described. */
function NoRunbook() {
  const navigate = useNavigate();
  return (
    <StepPage title="Runbook" lede="The page to work from, once a way is chosen that has one." docs={[]}>
      <div className="rounded-card border border-line bg-surface px-3 py-2.5 text-mid">
        <p>No runbook here leads along the chosen way on this release line.</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onClick={() => navigate('migration')}>Go to Migration</Button>
        </div>
      </div>
    </StepPage>
  );
}

function NobodyMoves() {
  const navigate = useNavigate();
  return (
    <StepPage title="Runbook" lede="The page to work from, once it is known which nodes move." docs={[]}>
      <div className="rounded-card border border-line bg-surface px-3 py-2.5 text-mid">
        <p>No node is on the move yet. Paste an inventory, or add the nodes by name.</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onClick={() => navigate('inventory')}>Go to Inventory</Button>
          <Button onClick={() => navigate('nodes')}>Go to Nodes</Button>
        </div>
      </div>
    </StepPage>
  );
}
