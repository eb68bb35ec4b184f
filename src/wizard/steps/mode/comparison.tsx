const rows = [
  ['Where keys live', 'In the database, encrypted; in memory, in the clear', 'In the KMS only'],
  ['When the KMS is asked', 'At the start and for new keys', 'For each signature and each decryption of a view'],
  [
    'An outage of the KMS',
    'A running node goes on; it can’t start again',
    'The node can neither sign nor decrypt until it ends',
  ],
  [
    'What can be undone',
    'One setting and a restart decrypt the keys again',
    'Nothing: keys never leave; another mode means a new node',
  ],
  [
    'What it needs',
    'A database; all of Canton’s schemes',
    'Schemes that the KMS can do; a database to know its keys again',
  ],
] as const;

/** The two modes side by side, in plain sight. */
export function Comparison() {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-96 text-small">
        <caption className="sr-only">The two modes compared</caption>
        <thead>
          <tr className="text-left [&>th]:py-1 [&>th]:pr-3">
            <td />
            <th scope="col">Envelope encryption</th>
            <th scope="col">External keys</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, envelope, external]) => (
            <tr key={title} className="border-t border-line align-top [&>*]:py-1.5 [&>*]:pr-3">
              <th scope="row" className="text-left font-semibold">
                {title}
              </th>
              <td>{envelope}</td>
              <td>{external}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
