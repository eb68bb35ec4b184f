import type { ReactNode } from 'react';

/**
 * Where a key is born, where it lives, who uses it. Drawn with the colours of the page; each picture has one sentence
 * for those who don't see it.
 */

export function EnvelopeDiagram() {
  return (
    <Picture said="The node makes its keys, uses them in its memory and keeps them in its database, encrypted with a wrapper key that stays in the KMS.">
      <Place x={1} title="Node" words={['born and', 'used here']} />
      <Place x={84} title="Database" words={['lives here,', 'encrypted']} />
      <Place x={167} title="KMS" words={['wrapper', 'key']} />
      <Key x={20} tone="stroke-accent" />
      <rect x={97} y={28} width={46} height={24} rx={5} className="fill-none stroke-security" strokeWidth="2" />
      <Key x={103} tone="stroke-accent" />
      <Key x={186} tone="stroke-security" />
      <Arrow from={58} to={95} y={40} />
      <Arrow from={182} to={146} y={40} />
    </Picture>
  );
}

export function ExternalDiagram() {
  return (
    <Picture said="The KMS makes the keys, keeps and uses them. The node sends it what is to be signed or decrypted and gets the result; its database holds only the ids of the keys.">
      <Place x={1} title="Database" words={['ids and', 'public keys']} />
      <Place x={84} title="Node" words={['asks, never', 'sees a key']} />
      <Place x={167} title="KMS" words={['born, lives,', 'used here']} />
      <Key x={186} tone="stroke-accent" />
      <Arrow from={145} to={178} y={35} />
      <Arrow from={178} to={145} y={46} />
      <Arrow from={96} to={60} y={40} />
    </Picture>
  );
}

function Picture({ said, children }: { said: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 240 92" role="img" aria-label={said} className="mt-2 w-full">
      {children}
    </svg>
  );
}

/** A box with a heading above and two lines of words at its foot. */
function Place({ x, title, words }: { x: number; title: string; words: readonly [string, string] }) {
  return (
    <>
      <rect x={x} y={18} width={72} height={73} rx={6} className="fill-none stroke-edge" />
      <text x={x + 36} y={12} textAnchor="middle" className="fill-ink text-[12px] font-semibold">
        {title}
      </text>
      {words.map((line, row) => (
        <text key={line} x={x + 36} y={69 + row * 13} textAnchor="middle" className="fill-muted text-[11.5px]">
          {line}
        </text>
      ))}
    </>
  );
}

function Key({ x, tone }: { x: number; tone: string }) {
  return (
    <g transform={`translate(${x} 34)`} className={`fill-none ${tone}`} strokeWidth="2">
      <circle cx="6" cy="6" r="5" />
      <path d="M11 6h21M26 6v6M31 6v5" />
    </g>
  );
}

function Arrow({ from, to, y }: { from: number; to: number; y: number }) {
  const back = from < to ? -4 : 4;
  return (
    <path
      d={`M${from} ${y}H${to}M${to + back} ${y - 4}L${to} ${y}L${to + back} ${y + 4}`}
      className="fill-none stroke-muted"
      strokeWidth="1.5"
    />
  );
}
