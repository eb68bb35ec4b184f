import { keysMade, keysMadeSource } from '../../../core/canton/modes';
import { nodeKinds } from '../../../core/plan/node';
import type { Placed } from '../../scope';
import { Section } from '../../section';
import { kindWords } from '../../words';

/** External keys are made by Canton at the first start; this says which, for the kinds of nodes in view. */
export function KeysMade({ nodes }: { nodes: readonly Placed[] }) {
  const kinds = nodeKinds.filter((kind) => nodes.some(({ node }) => node.kind === kind));
  return (
    <Section title="The keys in the KMS">
      <p>
        Canton makes them at a node's first start; nothing has to be prepared but the permission to do so.{' '}
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
    </Section>
  );
}
