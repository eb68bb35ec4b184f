import { type Release, releaseFacts } from './releases';

/** Where a fact comes from: a name a person can say, and an address that opens the very file, as it was when it was read. */
export type Source = {
  readonly label: string;
  readonly url: string;
  /** How it is known: read in Canton's code, told by its documentation, seen on a running node, or concluded. */
  readonly kind: 'code' | 'docs' | 'seen' | 'concluded';
};

/** A page for a person to read on: it changes as its site does, so no fact has it as its source. */
export type Page = { readonly label: string; readonly url: string };

const repository = 'https://github.com/digital-asset/canton/blob';
const documentation = 'https://docs.digitalasset.com/operate';
/** Where the documentation is written, in the same repository. */
const written = 'docs-open/src/sphinx/participant';

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
  driverApi: 'community/kms-driver-api/src/main/scala/com/digitalasset/canton/crypto/kms/driver/api',
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
 * What Canton's documentation says, in the file it is written in, at the commit that was read. The branches of 3.3 and
 * 3.4 hold no documentation: for them it is that of 3.5, and the label says so.
 * @param file below the part of the documentation that is about participants: `howtos/secure/kms/kms.rst`
 */
export function documented(file: string, label: string, release: Release = '3.5'): Source {
  const { branch, commit } = releaseFacts[release === '3.3' || release === '3.4' ? '3.5' : release];
  return { label: `${label} (${branch})`, url: `${repository}/${commit}/${written}/${file}`, kind: 'docs' };
}

/**
 * A page of Canton's documentation as it is published, by its path below `operate/<line>/`. The preview line has no
 * pages of its own yet and takes those of 3.5.
 */
export function docs(page: string, label: string, release: Release = '3.5'): Page {
  return { label, url: `${documentation}/${release === '3.6' ? '3.5' : release}/${page}` };
}

/** The same fact as it was seen: a run of a Canton 3.5 node, told in the file that decides it in the code. */
export function seen(folder: Folder, file: string): Source {
  return { ...code(folder, file, '3.5'), kind: 'seen' };
}

/** What follows from a place in the code or from a cloud's public behaviour, without having been run. */
export function concluded(from: Source): Source {
  return { ...from, kind: 'concluded' };
}
