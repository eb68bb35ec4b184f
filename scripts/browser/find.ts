import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** A browser that can drive the tests, and where it was found, worded for a person. */
export interface Browser {
  readonly path: string;
  readonly origin: string;
}

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Finds a Chromium or Chrome that starts: the one named by the environment variable `CHROME_PATH`, else one that is
 * installed, else Playwright's own download.
 *
 * @throws when `CHROME_PATH` names something that doesn't start: what was asked for isn't silently replaced
 */
export function findBrowser(): Browser | undefined {
  const asked = process.env.CHROME_PATH;
  if (asked !== undefined && asked !== '') {
    if (starts(asked)) return { path: asked, origin: 'named by CHROME_PATH' };
    throw new Error(`CHROME_PATH names ${asked}, which doesn't start as a browser`);
  }
  const installed = [...onPath(), ...inUsualPlaces()].find(starts);
  if (installed !== undefined) return { path: installed, origin: 'installed on this machine' };
  const downloaded = chromium.executablePath();
  return starts(downloaded) ? { path: downloaded, origin: "Playwright's own download" } : undefined;
}

/** What Chromium needs to run as a test tool: quiet, offline, and as root without its sandbox, which refuses root. */
export function browserFlags(): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return isRoot ? ['--no-sandbox', ...quiet] : quiet;
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function inUsualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = process.env[variable];
      return folder === undefined ? [] : [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')];
    });
  }
  return [];
}

/** A file may be there and still not run: Ubuntu's `chromium-browser` without snap is only a message. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows, Chrome answers --version by opening a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
