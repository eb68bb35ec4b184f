import { textOf } from '../../../core/emit/artefact';
import { emitOne } from '../../../core/emit/emit';
import { Button } from '../../../ui/button';
import { saveFile } from '../../download';
import { useGuard } from '../../guard';
import { useFiles } from '../../use-findings';
import { usePlanStore } from '../../use-plan';

/** Where the output goes, so that no terminal turns its tabs into blanks. */
const output = 'inventory.tsv';

/** The script, the configuration of the console it runs in, and the line that runs it. */
export function GetScript() {
  const store = usePlanStore();
  const guard = useGuard();
  const { files, stopped } = useFiles();
  const script = files.find(({ id }) => id === 'inventory');
  const console = files.find(({ id }) => id === 'remote-console');
  if (script === undefined) return null;
  const save = (id: string) =>
    guard(() => {
      const file = emitOne(store.plan(), id);
      if (file !== undefined) saveFile(file.path, textOf(file), file.mediaType);
    });
  const configuration = console?.path ?? 'remote.conf';
  return (
    <ol className="grid list-decimal gap-3 pl-5">
      <li>
        <p>
          Save the script. It only reads.
          {console === undefined
            ? ' You also need the configuration of a console that reaches the nodes: your own, or name the nodes in the step Nodes and it comes out here.'
            : ' And the configuration of a console that reaches the nodes, unless you have one.'}
        </p>
        <p className="mt-1.5 flex flex-wrap gap-2">
          <Button disabled={stopped.includes(script)} onClick={() => save(script.id)}>
            Save {script.path}
          </Button>
          {console !== undefined && (
            <Button disabled={stopped.includes(console)} onClick={() => save(console.id)}>
              Save {console.path}
            </Button>
          )}
        </p>
      </li>
      <li>
        <p>Run it in that console, with its output in a file:</p>
        <pre className="mt-1.5 rounded-control border border-line bg-surface px-3 py-2 font-mono text-code whitespace-pre-wrap wrap-anywhere">
          canton run --no-tty {script.path} -c {configuration} {'>'} {output}
        </pre>
        <p className="mt-1 text-small text-muted">
          It ends with exit status 0. A node that does not answer is named and left out.
        </p>
      </li>
      <li>Drop that file on this page, or paste what is in it below.</li>
    </ol>
  );
}
