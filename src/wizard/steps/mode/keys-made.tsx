import { keysMade, keysMadeSource } from '../../../core/canton/modes';
import { keysBy } from '../../../core/plan/edit-keys';
import { nodeKinds } from '../../../core/plan/node';
import { Button } from '../../../ui/button';
import { useNavigate } from '../../navigation';
import { type Placed, someNames } from '../../scope';
import { Section } from '../../section';
import { stepsOf } from '../../steps';
import { usePlanPart } from '../../use-plan';
import { kindWords, nodeWords } from '../../words';

/**
 * External keys are made by Canton at the first start, or brought; this says which there are, for the kinds of nodes in
 * view, and where it is chosen.
 */
export function KeysMade({ nodes }: { nodes: readonly Placed[] }) {
  const navigate = useNavigate();
  const isAsked = usePlanPart((plan) => stepsOf(plan).some(({ id }) => id === 'keys'));
  const kinds = nodeKinds.filter((kind) => nodes.some(({ node }) => node.kind === kind));
  const brought = nodes.filter(({ node }) => keysBy(node) === 'given');
  return (
    <Section title="The keys in the KMS">
      <p>
        {brought.length === 0
          ? "Canton makes them at a node's first start; nothing has to be prepared but the permission to do so."
          : brought.length === nodes.length
            ? 'You bring them: they exist before the node, and a script registers them.'
            : `You bring those of ${someNames(brought.map(({ node, index }) => nodeWords(node, index)))}; Canton makes the others at a node's first start.`}{' '}
        <a href={keysMadeSource.url} target="_blank" rel="noreferrer">
          source
        </a>
      </p>
      <ul className="list-disc pl-5 text-mid">
        {kinds.map((kind) => (
          <li key={kind}>
            {kindWords[kind]}: {keysMade[kind].length} keys: {keysMade[kind].join(', ')}
          </li>
        ))}
      </ul>
      {isAsked && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-mid">
          {brought.length === 0 && 'Keys that exist in the KMS already can be brought instead.'}
          <Button onClick={() => navigate('keys')}>{brought.length === 0 ? 'Bring keys' : 'See the keys'}</Button>
        </p>
      )}
    </Section>
  );
}
