/** Where a private key is born, where it lives and who uses it, as a small picture with its words. */

type Place = { readonly title: string; readonly lines: readonly [string, string] };

const pictures = {
  envelope: {
    said: 'Envelope encryption: keys are made and used in the node and stored encrypted in its database; the KMS holds the wrapper key that opens them.',
    places: [
      { title: 'Node', lines: ['makes and', 'uses the keys'] },
      { title: 'Database', lines: ['keeps them', 'encrypted'] },
      { title: 'KMS', lines: ['holds the', 'wrapper key'] },
    ],
    keyAt: 0,
  },
  external: {
    said: 'External keys: keys are made, kept and used in the KMS; the node asks it for each signature and decryption; the database knows only their names.',
    places: [
      { title: 'Node', lines: ['asks for each', 'signature'] },
      { title: 'Database', lines: ['knows only', 'key names'] },
      { title: 'KMS', lines: ['makes, keeps,', 'uses the keys'] },
    ],
    keyAt: 2,
  },
} as const satisfies Record<string, { said: string; places: readonly Place[]; keyAt: number }>;

export function Diagram({ mode }: { mode: keyof typeof pictures }) {
  const { said, places, keyAt } = pictures[mode];
  return (
    <svg viewBox="0 0 240 84" role="img" aria-label={said} className="mt-2 w-full max-w-72">
      {places.map(({ title, lines }, index) => {
        const x = index * 84;
        const hasKey = index === keyAt;
        return (
          <g key={title} className={hasKey ? 'text-accent' : 'text-muted'}>
            <rect
              x={x + 1}
              y="1"
              width="70"
              height="82"
              rx="6"
              fill="none"
              stroke="currentColor"
              strokeWidth={hasKey ? 2 : 1}
            />
            <text x={x + 36} y="18" textAnchor="middle" fontSize="11" fontWeight="600" fill="currentColor">
              {title}
            </text>
            <g stroke="currentColor" fill="none" strokeWidth="1.6" opacity={hasKey ? 1 : 0.35}>
              <circle cx={x + 29} cy="35" r="5" />
              <path d={`M${x + 34} 35h12m-4 0v4m4-4v4`} />
            </g>
            {lines.map((line, row) => (
              <text key={line} x={x + 36} y={60 + row * 13} textAnchor="middle" fontSize="10" fill="currentColor">
                {line}
              </text>
            ))}
            {index < 2 && <path d={`M${x + 72} 42h11`} stroke="currentColor" strokeWidth="1" />}
          </g>
        );
      })}
    </svg>
  );
}
