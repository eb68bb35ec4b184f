import { editNodes, withWrapperKey } from '../../../core/plan/edit';
import type { Node } from '../../../core/plan/node';
import { RadioCards } from '../../../ui/radio-cards';
import { FindingsAt, useErrorsAt } from '../../plan-field';
import { differHint, type Placed, shared } from '../../scope';
import { Section } from '../../section';
import { useEdit } from '../../use-plan';
import { WrapperTable } from './wrapper-table';

type Wrapper = 'generated' | 'given';

/** The wrapper key of nodes with envelope encryption: made by Canton, or given, one for each node. */
export function EnvelopeSection({ nodes }: { nodes: readonly Placed[] }) {
  const edit = useEdit();
  const [first] = nodes;
  const path = `nodes.${first?.index ?? 0}.custody.wrapperKey`;
  const errors = useErrorsAt(path);
  const who = shared(nodes, wrapperOf);
  const given = nodes.filter(({ node }) => wrapperOf(node) === 'given');

  function choose(type: Wrapper) {
    const indices = nodes.map(({ index }) => index);
    edit((plan) =>
      editNodes(plan, indices, (node) => {
        if (wrapperOf(node) === type) return node;
        return withWrapperKey(node, type === 'given' ? { type, id: '' } : { type });
      }),
    );
  }

  return (
    <Section title="The wrapper key">
      <RadioCards<Wrapper>
        legend="Who makes it?"
        path={path}
        columns={2}
        errors={errors}
        value={who.type === 'same' ? who.value : undefined}
        onChoose={choose}
        {...(who.type === 'differ' && {
          hint: differHint(nodes, wrapperOf),
        })}
        cards={[
          {
            value: 'generated',
            label: 'Canton',
            about: 'At the first start, one for each node. The node needs the permission to create keys.',
          },
          {
            value: 'given',
            label: 'You',
            about: 'You create one for each node beforehand and name it here.',
          },
        ]}
      />
      <FindingsAt paths={[path]} />
      {given.length > 0 && <WrapperTable nodes={given} />}
    </Section>
  );
}

function wrapperOf({ custody }: Node): Wrapper {
  return custody.type === 'envelope' ? custody.wrapperKey.type : 'generated';
}
