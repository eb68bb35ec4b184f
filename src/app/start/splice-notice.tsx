/** Who runs the Splice chart must not take a fragment from here: the node there has another name. */
export function SpliceNotice() {
  return (
    <section
      className="rounded-r-card border-l-3 border-note bg-note-soft px-4 py-3 text-mid"
      aria-label="Splice nodes"
    >
      <p className="font-semibold text-note">Note · for plain Canton nodes, not for the Splice charts</p>
      <p className="mt-0.5">
        The files name your node, as in <code>canton.participants.bank1</code>. A validator from the Splice charts calls
        its participant <code>participant</code>: a fragment for any other name doesn't change that node, it makes
        Canton start a second participant beside it, and the first keeps its keys where they were.{' '}
        <a href="https://github.com/canton-network/splice/issues/2644" target="_blank" rel="noreferrer">
          A case of it
        </a>
      </p>
    </section>
  );
}
