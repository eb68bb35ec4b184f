import { docs } from '../../../core/canton/sources';
import { spliceMigration } from '../../../core/canton/splice';
import { newWay } from '../../../core/plan/defaults';
import { withWay } from '../../../core/plan/edit-migration';
import { hasMoves, movesOf } from '../../../core/plan/migration';
import type { KeyPlace, Migrate } from '../../../core/plan/task';
import { answered, isOpen, waysOf } from '../../../core/rules/ways';
import { Fold } from '../../../ui/fold';
import { type Card, RadioCards } from '../../../ui/radio-cards';
import { FindingsAt, useErrorsAt } from '../../plan-field';
import { Section } from '../../section';
import { StepPage } from '../../step-page';
import { useEdit, usePlan } from '../../use-plan';
import { ImportJob } from './import-job';
import { Moves } from './moves';
import { Questions } from './questions';
import { Arguments, Ways } from './ways';

const places = {
  plain: { label: 'Database, in the clear', about: 'No KMS. This is what Canton does by itself.' },
  envelope: {
    label: 'Database, encrypted',
    about: 'Envelope encryption: a wrapper key in a KMS encrypts them.',
  },
  external: { label: 'KMS only', about: 'External keys: the KMS holds them and signs for the node.' },
} as const satisfies Record<KeyPlace, Omit<Card<KeyPlace>, 'value'>>;

const cards = (['plain', 'envelope', 'external'] as const).map((value) => ({ value, ...places[value] }));

/** From where to where, and which way leads there. */
export function MigrationStep() {
  const plan = usePlan();
  const { task, release, kms } = plan;
  const edit = useEdit();
  return (
    <StepPage
      title="Where are the keys, and where should they be?"
      lede="The answers decide which ways lead there. The runbook that comes out names every command, file and decision where it is needed."
      docs={[
        docs(
          'howtos/secure/kms/migration/encrypted_key_storage_migration.html',
          'Migrate to encrypted storage',
          release,
        ),
        docs('howtos/secure/kms/kms.html', 'KMS', release),
      ]}
    >
      {task.type === 'migrate' && (
        <>
          <RadioCards
            legend="Where the private keys are today"
            path="task.facts.today"
            cards={cards}
            value={task.facts.today}
            onChoose={(today) => edit((plan) => answered(plan, { today }))}
          />
          <FindingsAt paths={['task.facts.today']} errors />
          <RadioCards
            legend="Where they should be"
            path="task.facts.wanted"
            cards={cards}
            value={task.facts.wanted}
            onChoose={(wanted) => edit((plan) => answered(plan, { wanted }))}
          />
          <FindingsAt paths={['task.facts.wanted']} errors />
          <Questions task={task} />
          <TheWay task={task} />
          {hasMoves(plan) && <Moves moves={movesOf(plan)} />}
          {task.way.type === 'export' && kms.some(({ type }) => type === 'gcp') && <ImportJob way={task.way} />}
          <Fold title="Nodes from the Splice charts" aside="validators and super-validators">
            <Arguments items={spliceMigration} />
          </Fold>
        </>
      )}
    </StepPage>
  );
}

/** The ways that lead there with a runbook, to choose from, and all the others with what speaks against them. */
function TheWay({ task }: { task: Migrate }) {
  const plan = usePlan();
  const edit = useEdit();
  const errors = useErrorsAt('task.way');
  const ways = waysOf(plan, task);
  const cards = ways.flatMap((way) =>
    way.runbook !== undefined && isOpen(way) ? [{ value: way.runbook, label: way.title, about: way.about }] : [],
  );
  return (
    <Section title="The way">
      {cards.length > 0 && (
        <RadioCards
          legend="This runbook is for"
          path="task.way"
          columns={cards.length === 1 ? 1 : 2}
          cards={cards}
          value={task.way.type}
          onChoose={(type) => edit((before) => withWay(before, newWay(type)))}
          errors={errors}
        />
      )}
      <FindingsAt paths={['task.way', 'task']} errors={cards.length === 0} />
      <Ways ways={ways.filter(({ leads }) => leads)} />
      <Fold title="Ways that lead elsewhere">
        <Ways ways={ways.filter(({ leads }) => !leads)} />
      </Fold>
    </Section>
  );
}
