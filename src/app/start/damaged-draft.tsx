import { Button } from '../../ui/button';

/** Nothing is lost: what can't be read can be saved, and goes only when the visitor says so. */
export function DamagedDraft({ text, onForget }: { text: string; onForget: () => void }) {
  const save = () => {
    import('../../wizard/download').then(({ saveFile }) => saveFile('damaged-draft.txt', text, 'text/plain'));
  };
  return (
    <section
      aria-label="A draft that can't be read"
      className="grid gap-2 rounded-card border border-note bg-note-soft px-4 py-3"
    >
      <p>
        <b>A draft in this browser was damaged and can't be read.</b> It was put aside. Save it if you want to look for
        answers in it, and forget it once you don't need it.
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={save}>Save it as a file</Button>
        <Button onClick={onForget}>Forget it</Button>
      </div>
    </section>
  );
}
