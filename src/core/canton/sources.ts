import { type Release, releaseFacts } from './releases';

/** Where a fact comes from: a name a person can say, and an address that opens the very file. */
export type Source = {
  readonly label: string;
  readonly url: string;
  /** How it is known: read in Canton's code, told by its documentation, seen on a running node, or concluded. */
  readonly kind: 'code' | 'docs' | 'seen' | 'concluded';
};

const repository = 'https://github.com/digital-asset/canton/blob';
const documentation = 'https://docs.digitalasset.com/operate';

/** Short names of the folders of Canton's repository that facts come from. */
const folders = {
  config: 'community/base/src/main/scala/com/digitalasset/canton/config',
  appConfig: 'community/app-base/src/main/scala/com/digitalasset/canton/config',
  crypto: 'community/base/src/main/scala/com/digitalasset/canton/crypto',
  common: 'community/common/src/main/scala/com/digitalasset/canton',
  console: 'community/app-base/src/main/scala/com/digitalasset/canton/console',
  cli: 'community/app/src/main/scala/com/digitalasset/canton/cli',
  resources: 'community/app/src/main/resources',
  participant: 'community/participant/src/main/scala/com/digitalasset/canton/participant',
  synchronizer: 'community/synchronizer/src/main/scala/com/digitalasset/canton/synchronizer',
  sphinx: 'docs-open/src/sphinx',
  root: '',
} as const;
export type Folder = keyof typeof folders;

/**
 * A file of Canton's source at the commit that was read for a line.
 * @param line first line of the place, where it is known
 */
export function code(folder: Folder, file: string, release: Release = '3.5', line?: number): Source {
  const path = folders[folder] === '' ? file : `${folders[folder]}/${file}`;
  const anchor = line === undefined ? '' : `#L${line}`;
  return {
    label: `${file.slice(file.lastIndexOf('/') + 1)} (${releaseFacts[release].branch})`,
    url: `${repository}/${releaseFacts[release].commit}/${path}${anchor}`,
    kind: 'code',
  };
}

/**
 * A page of Canton's documentation, by its path below `operate/<line>/`. The preview line has no pages of its own yet
 * and takes those of 3.5.
 */
export function docs(page: string, label: string, release: Release = '3.5'): Source {
  return { label, url: `${documentation}/${release === '3.6' ? '3.5' : release}/${page}`, kind: 'docs' };
}

/** The same fact as it was seen: a run of a Canton 3.5 node, told in the file that decides it in the code. */
export function seen(folder: Folder, file: string): Source {
  return { ...code(folder, file, '3.5'), kind: 'seen' };
}

/** What follows from a place in the code or from a cloud's public behaviour, without having been run. */
export function concluded(from: Source): Source {
  return { ...from, kind: 'concluded' };
}
