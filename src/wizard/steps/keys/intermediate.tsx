import { isolationSource } from '../../../core/canton/delegations';
import { editNodes } from '../../../core/plan/edit';
import { editIntermediate, withIntermediate } from '../../../core/plan/edit-keys';
import type { Node } from '../../../core/plan/node';
import { Checkbox } from '../../../ui/checkbox';
import { Fold } from '../../../ui/fold';
import { RadioCards } from '../../../ui/radio-cards';
import { Differs } from '../../differs';
import { FindingsAt, useErrorsAt } from '../../plan-field';
import { type Placed, shared, tally } from '../../scope';
import { useEdit } from '../../use-plan';
import { intermediateLines } from './answer-line';
import { Answers } from './answers';
import { delegationOf } from './in-view';
import { PutAway } from './isolation';

const words = new Map([
  ['off', 'without'],
  ['all-but-namespace-delegations', 'with one'],
  ['all-mappings', 'with one that may delegate'],
]);
const wordsOf = (node: Node) => words.get(delegationOf(node)) ?? '';

function hasKeyId({ intermediate }: Node): boolean {
  return intermediate.type === 'on' && intermediate.keyId !== '';
}

/** A second key that signs for the namespace, so that the root key can be put away. */
export function Intermediate({ nodes }: { nodes: readonly Placed[] }) {
  const edit = useEdit();
  const [first] = nodes;
  const path = `nodes.${first?.index ?? 0}.intermediate`;
  const errors = useErrorsAt(path);
  const restrictionErrors = useErrorsAt(`${path}.restriction`);
  const common = shared(nodes, delegationOf);
  if (first === undefined) return null;
  const { intermediate } = first.node;
  // A node that keeps its keys itself makes its own; an id that stands there all the same has to be seen.
  const asked = nodes.filter(({ node }) => node.custody.type === 'external' || hasKeyId(node));

  function change(next: (node: Node) => Node) {
    const indices = nodes.map(({ index }) => index);
    edit((plan) => editNodes(plan, indices, next));
  }

  return (
    <Fold
      title="Intermediate namespace key"
      aside={common.type === 'differ' ? 'the nodes differ' : intermediate.type === 'on' ? 'on' : 'off'}
    >
      <p className="text-mid text-muted">
        A second key that signs for the namespace in the place of the root key, so that the root key can be put out of
        reach. A script of its own delegates to it, on a node that runs.{' '}
        <a href={isolationSource.url} target="_blank" rel="noreferrer">
          {isolationSource.label}
        </a>
      </p>
      {common.type === 'differ' ? (
        <Differs
          what="The intermediate keys"
          counts={tally(nodes, wordsOf)}
          nodes={nodes}
          onTake={({ intermediate: model }) =>
            change((node) => {
              const next = withIntermediate(node, model.type);
              return model.type === 'on' ? editIntermediate(next, { restriction: model.restriction }) : next;
            })
          }
        />
      ) : (
        <Checkbox
          path={path}
          label="Delegate to an intermediate key"
          errors={errors}
          checked={intermediate.type === 'on'}
          onChange={({ target }) => change((node) => withIntermediate(node, target.checked ? 'on' : 'off'))}
        />
      )}
      <FindingsAt paths={[path]} />
      {common.type === 'same' && intermediate.type === 'on' && (
        <>
          <RadioCards
            legend="What it may sign"
            path={`${path}.restriction`}
            columns={2}
            errors={restrictionErrors}
            value={intermediate.restriction}
            onChoose={(restriction) => change((node) => editIntermediate(node, { restriction }))}
            cards={[
              {
                value: 'all-but-namespace-delegations',
                label: 'Everything but delegations',
                about: 'Only the root key can delegate, and take a delegation back.',
              },
              {
                value: 'all-mappings',
                label: 'Everything',
                about: 'It can delegate to further keys by itself: whoever gets hold of it can, too.',
              },
            ]}
          />
          <FindingsAt paths={[`${path}.restriction`]} />
          {asked.length > 0 && (
            <Answers
              caption="Intermediate key (empty: the node makes it)"
              nodes={asked}
              lines={intermediateLines}
              optional
              hint={() =>
                'Id of a signing key in the KMS, of the kind of the namespace key. Empty: the node makes it, and needs the permission to.'
              }
            />
          )}
          <PutAway nodes={nodes} />
        </>
      )}
    </Fold>
  );
}
