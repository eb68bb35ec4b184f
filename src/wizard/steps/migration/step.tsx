import { docs } from '../../../core/canton/sources';
import { newWay } from '../../../core/plan/defaults';
import { withFacts, withWay } from '../../../core/plan/edit-migration';
import type { KeyPlace, MigrationWay } from '../../../core/plan/task';
import { type Card, RadioCards } from '../../../ui/radio-cards';
import { FindingsAt, useErrorsAt } from '../../plan-field';
import { Section } from '../../section';
import { StepPage } from '../../step-page';
import { useEdit, usePlan } from '../../use-plan';

const places = {
  plain: { label: 'Database, in the clear', about: 'No KMS. This is what Canton does by itself.' },
  envelope: {
    label: 'Database, encrypted',
    about: 'Envelope encryption: a wrapper key in a KMS encrypts them.',
  },
  external: { label: 'KMS only', about: 'External keys: the KMS holds them and signs for the node.' },
} as const satisfies Record<KeyPlace, Omit<Card<KeyPlace>, 'value'>>;

const cards = (['plain', 'envelope', 'external'] as const).map((value) => ({ value, ...places[value] }));

const ways = [
  {
    value: 'encrypt',
    label: 'Encrypt the keys where they are',
    about:
      'The node encrypts what it has at its next start. Its identity and its keys stay the same, and it can be taken back.',
  },
  {
    value: 'revert',
    label: 'Take the encryption back',
    about:
      'The node decrypts what it has at its next start. From then on whoever reads the database can copy the keys.',
  },
] as const satisfies readonly Card<MigrationWay['type']>[];

/** From where to where, and which way leads there. */
export function MigrationStep() {
  const { task, release } = usePlan();
  const edit = useEdit();
  const errors = useErrorsAt('task.way');
  return (
    <StepPage
      title="Where are the keys, and where should they be?"
      lede="Two answers decide which way leads there. The runbook that comes out names every command, file and decision where it is needed."
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
            onChoose={(today) => edit((plan) => withFacts(plan, { today }))}
          />
          <FindingsAt paths={['task.facts.today']} errors />
          <RadioCards
            legend="Where they should be"
            path="task.facts.wanted"
            cards={cards}
            value={task.facts.wanted}
            onChoose={(wanted) => edit((plan) => withFacts(plan, { wanted }))}
          />
          <FindingsAt paths={['task.facts.wanted']} errors />
          <Section title="The way">
            <RadioCards
              legend="This runbook is for"
              path="task.way"
              columns={2}
              cards={ways}
              value={task.way.type}
              onChoose={(type) => edit((plan) => withWay(plan, newWay(type)))}
              errors={errors}
            />
            <FindingsAt paths={['task.way', 'task']} errors />
          </Section>
        </>
      )}
    </StepPage>
  );
}
