import { defaultOf, knows } from '../../../core/canton/keys';
import { editNodes } from '../../../core/plan/edit';
import type { Node } from '../../../core/plan/node';
import { Fold } from '../../../ui/fold';
import { TextInput } from '../../../ui/text-input';
import { Differs } from '../../differs';
import { useStepForm } from '../../form';
import { FindingsAt, PlanField, Row } from '../../plan-field';
import { type Placed, shared } from '../../scope';
import { useEdit, usePlan } from '../../use-plan';
import { Elsewhere } from './elsewhere';

const parallelismAnswers = ['signatureVerification', 'encryption'] as const;

/** How many signatures a node checks, and how much it encrypts, at once. Only in lines that know the settings. */
export function ParallelismSection({ nodes }: { nodes: readonly Placed[] }) {
  const { release } = usePlan();
  const edit = useEdit();
  const common = shared(nodes, (node) => node.parallelism);
  const [first] = nodes;
  if (first === undefined) return null;
  if (!knows('crypto.parallelism', release)) {
    return (
      <Fold title="Parallelism" aside={`not in Canton ${release}`}>
        <p className="text-small text-muted">Canton has these settings from 3.5 on, that of encryption from 3.6.</p>
        <FindingsAt paths={parallelismAnswers.map((answer) => `nodes.${first.index}.parallelism.${answer}`)} errors />
        <Elsewhere nodes={nodes} answer="parallelism" />
      </Fold>
    );
  }
  const set = (parallelism: Node['parallelism'], group?: string) => {
    const indices = nodes.map(({ index }) => index);
    edit((plan) => editNodes(plan, indices, (node) => ({ ...node, parallelism })), group);
  };
  const isDefault = common.type === 'same' && Object.values(common.value).every((value) => value === '');
  return (
    <Fold
      title="Parallelism"
      aside={isDefault ? "Canton's defaults" : common.type === 'same' ? 'set' : 'the nodes differ'}
    >
      {common.type === 'differ' ? (
        <Differs what="These numbers" nodes={nodes} onTake={(node) => set(node.parallelism)} />
      ) : (
        <ParallelismFields path={`nodes.${first.index}.parallelism`} value={common.value} onChange={set} />
      )}
      <Elsewhere nodes={nodes} answer="parallelism" agree={common.type === 'same'} />
    </Fold>
  );
}

function ParallelismFields(props: {
  path: string;
  value: Node['parallelism'];
  onChange: (value: Node['parallelism'], group: string) => void;
}) {
  const { path, value, onChange } = props;
  const { release } = usePlan();
  const form = useStepForm(value, (next, field) => onChange(next, `${path}.${field}`));
  return (
    <Row paths={[`${path}.signatureVerification`, `${path}.encryption`]}>
      <PlanField
        path={`${path}.signatureVerification`}
        label="Signatures checked at once"
        optional
        writes="crypto.parallelism.signature-verification-parallelism"
      >
        {(wiring) => (
          <TextInput
            mono
            inputMode="numeric"
            placeholder={String(defaultOf('crypto.parallelism.signature-verification-parallelism', release))}
            {...wiring}
            {...form.register('signatureVerification')}
          />
        )}
      </PlanField>
      {knows('crypto.parallelism.encryption-parallelism', release) ? (
        <PlanField
          path={`${path}.encryption`}
          label="Encryptions at once"
          optional
          writes="crypto.parallelism.encryption-parallelism"
        >
          {(wiring) => (
            <TextInput
              mono
              inputMode="numeric"
              placeholder={String(defaultOf('crypto.parallelism.encryption-parallelism', release))}
              {...wiring}
              {...form.register('encryption')}
            />
          )}
        </PlanField>
      ) : (
        <p className="text-small text-muted">Encryption has a setting of its own from 3.6 on.</p>
      )}
    </Row>
  );
}
