import { useId } from 'react';
import { defaultRelease, type Release, releaseFacts, releases } from '../../core/canton/releases';
import { Select } from '../../ui/text-input';

/** Which Canton a new plan is for. */
export function ReleaseChoice({ release, onChoose }: { release: Release; onChoose: (release: Release) => void }) {
  const id = useId();
  return (
    <div className="flex items-center gap-2 text-mid">
      <label htmlFor={id}>New plans are for</label>
      <Select
        id={id}
        className="w-auto!"
        value={release}
        onChange={({ target }) => onChoose(releases.find((each) => each === target.value) ?? defaultRelease)}
      >
        {releases.map((each) => (
          <option key={each} value={each}>
            Canton {each}
            {releaseFacts[each].preview && ' (preview)'}
          </option>
        ))}
      </Select>
    </div>
  );
}
