import type { Output } from '../../../core/plan/plan';
import { Checkbox } from '../../../ui/checkbox';
import { RadioCards } from '../../../ui/radio-cards';
import { useEdit, usePlanPart } from '../../use-plan';

/** How the files are cut and written. */
export function OutputOptions() {
  const output = usePlanPart((plan) => plan.output);
  const edit = useEdit();
  const set = (change: Partial<Output>) => edit((plan) => ({ ...plan, output: { ...plan.output, ...change } }));
  return (
    <div className="grid gap-3">
      <RadioCards
        legend="Files"
        path="output.layout"
        columns={2}
        value={output.layout}
        onChoose={(layout) => set({ layout })}
        cards={[
          {
            value: 'file-per-node',
            label: 'A file for each node',
            about: 'What several share stands in a fragment that their files include, and must find',
          },
          { value: 'one-file', label: 'One file for all', about: 'For nodes that run in one process' },
        ]}
      />
      <Checkbox
        path="output.comments"
        label="Comments"
        hint="Say in the files why a line is there."
        checked={output.comments}
        onChange={(event) => set({ comments: event.target.checked })}
      />
      <Checkbox
        path="output.explicitDefaults"
        label="Write defaults too"
        hint="Also the values that Canton would take anyway, so that a later version can't change them unseen."
        checked={output.explicitDefaults}
        onChange={(event) => set({ explicitDefaults: event.target.checked })}
      />
    </div>
  );
}
