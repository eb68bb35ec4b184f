import { defaultImportJob } from '../../../core/emit/import/gcp';
import { withWay } from '../../../core/plan/edit-migration';
import { type MigrationWay, protectionLevels } from '../../../core/plan/task';
import { Choice, optionsOf } from '../../../ui/choice';
import { controlLook, TextInput } from '../../../ui/text-input';
import { PlanField, Row } from '../../plan-field';
import { Section } from '../../section';
import { useEdit } from '../../use-plan';

/** What Google Cloud wraps keys with on their way in. */
export function ImportJob({ way }: { way: Extract<MigrationWay, { type: 'export' }> }) {
  const edit = useEdit();
  return (
    <Section title="Import into Google Cloud">
      <Row paths={['task.way.importJob', 'task.way.protectionLevel']}>
        <PlanField
          path="task.way.importJob"
          label="Import job"
          optional
          hint="It gives out the key to wrap with. The script makes one where there is none of this name."
        >
          {(wiring) => (
            <TextInput
              mono
              placeholder={defaultImportJob}
              {...wiring}
              value={way.importJob}
              onChange={({ target }) => edit((plan) => withWay(plan, { ...way, importJob: target.value }))}
            />
          )}
        </PlanField>
        <PlanField
          path="task.way.protectionLevel"
          label="Protection level"
          hint="Of the job, and so of the keys. Canton makes its own with HSM."
        >
          {(wiring) => (
            <Choice
              {...wiring}
              className={controlLook}
              options={levels}
              value={way.protectionLevel}
              onChoose={(protectionLevel) => edit((plan) => withWay(plan, { ...way, protectionLevel }))}
            />
          )}
        </PlanField>
      </Row>
    </Section>
  );
}

const levels = optionsOf<(typeof protectionLevels)[number]>({ hsm: 'HSM', software: 'Software' }, protectionLevels);
