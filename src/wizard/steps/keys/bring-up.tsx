import { defaultSynchronizerAlias } from '../../../core/plan/defaults';
import { TextInput } from '../../../ui/text-input';
import { useStepForm } from '../../form';
import { PlanField, Row } from '../../plan-field';
import { Section } from '../../section';
import { useEdit, usePlanPart } from '../../use-plan';

/** A plan with sequencers, mediators and participants is brought up as one network: what its scripts have to know. */
export function BringUp() {
  const edit = useEdit();
  const synchronizer = usePlanPart((plan) => plan.synchronizer);
  const form = useStepForm(synchronizer, (next, field) =>
    edit((plan) => ({ ...plan, synchronizer: next }), `synchronizer.${field}`),
  );
  return (
    <Section title="The synchronizer">
      <p className="text-mid text-muted">
        The plan has sequencers, mediators and participants, so the scripts bring up the whole of it: sequencers and
        mediators get their identity, the synchronizer is set up, then the participants get theirs, connect and ping.
      </p>
      <Row paths={['synchronizer.alias', 'synchronizer.sequencerUrl']}>
        <PlanField
          path="synchronizer.alias"
          label="Alias"
          optional
          hint="What the participants call the synchronizer. An alias is theirs alone."
        >
          {(wiring) => (
            <TextInput mono placeholder={defaultSynchronizerAlias} {...wiring} {...form.register('alias')} />
          )}
        </PlanField>
        <PlanField
          path="synchronizer.sequencerUrl"
          label="Address of the sequencer"
          hint="Its public API, as the participants reach it."
        >
          {(wiring) => (
            <TextInput
              mono
              placeholder="https://sequencer1.example.com:5001"
              {...wiring}
              {...form.register('sequencerUrl')}
            />
          )}
        </PlanField>
      </Row>
    </Section>
  );
}
