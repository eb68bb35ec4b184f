import { useId, useState } from 'react';
import type { Outline } from '../../core/emit/artefact';
import { classNames } from '../../ui/class-names';
import { TextInput } from '../../ui/text-input';
import { useChangedFiles } from './use-changed-files';

/** More files than these don't fit beside each other; they become a list that can be searched. */
const mostTabs = 6;

type Props = { files: readonly Outline[]; chosen: Outline; onChoose: (id: string) => void; panel: string };

/** Which file is in view. */
export function FilePicker(props: Props) {
  return props.files.length <= mostTabs ? <Tabs {...props} /> : <SearchedList {...props} />;
}

function Tabs({ files, chosen, onChoose, panel }: Props) {
  const changed = useChangedFiles(chosen.id);
  return (
    <div
      role="tablist"
      aria-label="Files"
      className="flex shrink-0 gap-0.5 overflow-x-auto px-2 pt-2"
      onKeyDown={(event) => {
        const at = files.findIndex((file) => file.id === chosen.id);
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: files.length - 1 }[event.key];
        const file = to === undefined ? undefined : files[(to + files.length) % files.length];
        if (file === undefined) return;
        event.preventDefault();
        onChoose(file.id);
        event.currentTarget.querySelector<HTMLElement>(`[data-file="${CSS.escape(file.id)}"]`)?.focus();
      }}
    >
      {files.map((file) => {
        const selected = file.id === chosen.id;
        return (
          <button
            key={file.id}
            type="button"
            role="tab"
            data-file={file.id}
            aria-selected={selected}
            aria-controls={panel}
            tabIndex={selected ? 0 : -1}
            onClick={() => onChoose(file.id)}
            className={classNames(
              'rounded-t-control border border-b-0 px-2.5 py-1.5 font-mono text-code whitespace-nowrap -outline-offset-2',
              selected ? 'border-line bg-surface text-ink' : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {file.path}
            {changed.has(file.id) && (
              <>
                <span aria-hidden="true" className="ml-1.5 inline-block size-1.5 rounded-full bg-accent align-middle" />
                <span className="sr-only"> changed</span>
              </>
            )}
          </button>
        );
      })}
    </div>
  );
}

function SearchedList({ files, chosen, onChoose }: Props) {
  const id = useId();
  const [search, setSearch] = useState('');
  const found = files.filter((file) => file.path.toLowerCase().includes(search.toLowerCase()));
  return (
    <div className="grid gap-1.5 px-3 py-2">
      <label htmlFor={`${id}-search`} className="sr-only">
        Search {files.length} files
      </label>
      <TextInput
        id={`${id}-search`}
        type="search"
        placeholder={`Search ${files.length} files`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <label htmlFor={`${id}-file`} className="sr-only">
        File
      </label>
      <select
        id={`${id}-file`}
        size={4}
        value={chosen.id}
        onChange={(event) => onChoose(event.target.value)}
        className="rounded-control border border-edge bg-surface p-1 font-mono text-code"
      >
        {found.map((file) => (
          <option key={file.id} value={file.id}>
            {file.path}
          </option>
        ))}
      </select>
    </div>
  );
}
