import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { keyNeedWords } from '../../../core/canton/key-specs';
import { kmsOf } from '../../../core/plan/plan';
import { Button } from '../../../ui/button';
import type { Placed } from '../../scope';
import { Section } from '../../section';
import { usePlan } from '../../use-plan';
import { keyLines } from './answer-line';
import { Answers } from './answers';
import { KeyNeeds } from './key-needs';
import { needOf } from './needs';
import { KeyPasteDialog } from './paste-dialog';
import { PatternFill } from './pattern-fill';

/** The keys that nodes are given, by their ids: typed, pasted as a table, or named by a pattern. */
export function GivenSection({ nodes }: { nodes: readonly Placed[] }) {
  const plan = usePlan();
  const [table, setTable] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const several = nodes.length > 1;
  return (
    <Section title={several ? 'The keys you bring' : `The keys of ${nodes[0]?.node.name || 'the node'}`}>
      {several && <KeyNeeds nodes={nodes} />}
      <PatternFill nodes={nodes} />
      {plan.nodes.length > 1 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button ref={opener} onClick={() => setTable('')}>
            Paste a table
          </Button>
          <span className="text-small text-muted">
            From a spreadsheet, a line for each node. A table pasted into a field is read too.
          </span>
        </div>
      )}
      <Answers
        caption="Keys in the KMS"
        nodes={nodes}
        lines={keyLines}
        hint={({ purpose }, { node }) => {
          const need = needOf(plan, node, purpose);
          const words = keyNeedWords[kmsOf(plan, node)?.type ?? 'driver'];
          return (
            need !== undefined && (
              <>
                {words.spec} <code>{need.spec}</code>, {words.use} <code>{need.use}</code>
              </>
            )
          );
        }}
        onPaste={setTable}
      />
      {table !== undefined && (
        <KeyPasteDialog
          text={table}
          onClose={() => {
            flushSync(() => setTable(undefined));
            opener.current?.focus();
          }}
        />
      )}
    </Section>
  );
}
