import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Browser, findBrowser } from './find.ts';

/**
 * Finds a browser or installs one: Debian's package where we are root on Debian or Ubuntu, Playwright's own download
 * elsewhere or where the package doesn't start.
 *
 * @throws with a way out when no browser can be had
 */
export function ensureBrowser(): Browser {
  const found = findBrowser();
  if (found !== undefined) return found;

  if (mayInstallPackages()) {
    console.log('No browser found: installing the package chromium.');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-q'], environment);
    run('apt-get', ['install', '-y', '-q', 'chromium'], environment);
    const installed = findBrowser();
    if (installed !== undefined) return { ...installed, origin: 'installed just now from the package chromium' };
  }

  console.log('No browser found: asking Playwright to download its own.');
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], process.env);
  const downloaded = findBrowser();
  if (downloaded !== undefined) return downloaded;
  throw new Error(
    'No Chromium or Chrome could be found or installed. Install one, or name one in the environment variable CHROME_PATH.',
  );
}

function mayInstallPackages(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Runs an installer in sight of the user. Whether it worked shows in whether a browser is there afterwards. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  spawnSync(command, args, { stdio: 'inherit', env });
}
