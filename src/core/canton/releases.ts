/**
 * The release lines the wizard knows, each with the version and the day its facts were read from.
 * Everything the project says about Canton holds for these commits.
 */

/** A Canton release line by its operator-facing name. `3.6` is what Canton's `main` branch will become. */
export const releases = ['3.3', '3.4', '3.5', '3.6'] as const;
export type Release = (typeof releases)[number];

/** The line a new plan starts with. */
export const defaultRelease: Release = '3.5';

export type ReleaseFacts = {
  /** Branch of digital-asset/canton that was read. */
  readonly branch: string;
  readonly commit: string;
  /** Day of that commit, ISO. */
  readonly readOn: string;
  /** Content of Canton's VERSION file at that commit. */
  readonly version: string;
  readonly preview: boolean;
};

export const releaseFacts = {
  '3.3': {
    branch: 'release-line-3.3',
    commit: '219fee249',
    readOn: '2025-10-22',
    version: '3.3.0-SNAPSHOT',
    preview: false,
  },
  '3.4': {
    branch: 'release-line-3.4',
    commit: '88dc2dd38',
    readOn: '2026-04-15',
    version: '3.4.12-SNAPSHOT',
    preview: false,
  },
  '3.5': {
    branch: 'release-line-3.5',
    commit: '1f9a48345',
    readOn: '2026-07-22',
    version: '3.5.10-SNAPSHOT',
    preview: false,
  },
  '3.6': { branch: 'main', commit: '1a7b4a8fc', readOn: '2026-07-23', version: '3.6.0-SNAPSHOT', preview: true },
} as const satisfies Record<Release, ReleaseFacts>;

/** The lines a fact holds for; a missing end is open. */
export type Span = { readonly since?: Release; readonly until?: Release };

/** Whether a fact with this span holds for a line. Both ends count in. */
export function holdsFor(span: Span, release: Release): boolean {
  const at = releases.indexOf(release);
  const from = span.since === undefined ? 0 : releases.indexOf(span.since);
  const to = span.until === undefined ? releases.length - 1 : releases.indexOf(span.until);
  return from <= at && at <= to;
}
