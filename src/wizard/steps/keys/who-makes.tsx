import { keyPurposesSource } from '../../../core/canton/key-purposes';
import { editNodes } from '../../../core/plan/edit';
import { type KeysBy, keysBy, withKeysBy } from '../../../core/plan/edit-keys';
import { RadioCards } from '../../../ui/radio-cards';
import { FindingsAt, useErrorsAt } from '../../plan-field';
import { differHint, type Placed, shared } from '../../scope';
import { useEdit } from '../../use-plan';

const words = { generated: 'made by Canton', given: 'brought' } as const satisfies Record<KeysBy, string>;

/** Who makes the keys of nodes whose keys live in the KMS. */
export function WhoMakes({ nodes }: { nodes: readonly Placed[] }) {
  const edit = useEdit();
  const path = `nodes.${nodes[0]?.index ?? 0}.custody.keys`;
  const errors = useErrorsAt(path);
  const who = shared(nodes, keysBy);

  function choose(by: KeysBy) {
    const indices = nodes.map(({ index }) => index);
    edit((plan) => editNodes(plan, indices, (node) => withKeysBy(node, by)));
  }

  return (
    <div className="grid gap-3">
      <RadioCards<KeysBy>
        legend="The keys in the KMS are"
        path={path}
        columns={2}
        errors={errors}
        value={who.type === 'same' ? who.value : undefined}
        onChoose={choose}
        {...(who.type === 'differ' && {
          hint: differHint(nodes, (node) => words[keysBy(node) ?? 'generated']),
        })}
        cards={[
          {
            value: 'generated',
            label: 'made by Canton',
            about:
              'At the first start of each node, which then sets itself up. The node needs the permission to create keys.',
          },
          {
            value: 'given',
            label: 'brought by you',
            about:
              'They exist before the node. A script for each node registers them and gives the node its identity; the node creates no keys.',
          },
        ]}
      />
      <p className="text-small text-muted">
        Either way this is decided at a node's first start: its namespace key is its identity and never changes
        afterwards.{' '}
        <a href={keyPurposesSource.url} target="_blank" rel="noreferrer">
          source
        </a>
      </p>
      <FindingsAt paths={[path]} />
    </div>
  );
}
