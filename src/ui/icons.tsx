/** Signs that not every system has a letter for. They stand beside words and are not read aloud. */

const drawn = {
  width: 14,
  height: 14,
  viewBox: '0 0 14 14',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.4,
  'aria-hidden': true,
} as const;

export function CopyIcon() {
  return (
    <svg {...drawn} role="presentation">
      <rect x="4.7" y="4.7" width="8" height="8" rx="1.5" />
      <path d="M2.7 9.3h-.2A1.2 1.2 0 0 1 1.3 8V2.5a1.2 1.2 0 0 1 1.2-1.2H8a1.2 1.2 0 0 1 1.3 1.2v.2" />
    </svg>
  );
}

export function LockIcon() {
  return (
    <svg {...drawn} role="presentation">
      <rect x="2.2" y="6" width="9.6" height="6.6" rx="1.5" />
      <path d="M4.3 6V4.2a2.7 2.7 0 0 1 5.4 0V6" />
    </svg>
  );
}
