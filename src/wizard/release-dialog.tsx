import { releaseFacts, releases } from '../core/canton/releases';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { RadioCards } from '../ui/radio-cards';
import { useEdit, usePlanPart } from './use-plan';

/** Which Canton the files are for. */
export function ReleaseDialog({ onClose }: { onClose: () => void }) {
  const release = usePlanPart((plan) => plan.release);
  const edit = useEdit();
  return (
    <Dialog title="Which Canton do the nodes run?" onClose={onClose}>
      <p>What a line doesn't know is left out of its files, and said where it is asked for.</p>
      <RadioCards
        legend="Release line"
        path="release"
        columns={2}
        value={release}
        onChoose={(value) => edit((plan) => ({ ...plan, release: value }))}
        cards={releases.map((value) => {
          const { version, readOn, preview } = releaseFacts[value];
          return {
            value,
            label: `Canton ${value}${preview ? ' (preview)' : ''}`,
            about: `Facts read from ${version}, ${readOn}${preview ? '. Not released yet: it may still change' : ''}`,
          };
        })}
      />
      <div>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
