/**
 * What the page may do, said once: the build writes it into the page and into the headers file, the local server sends
 * it, the tests compare with it.
 */

/** The name of the one trusted-types policy: it vouches for the addresses of the page's workers. */
export const workerPolicyName = 'wizard-worker';

const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': workerPolicyName,
} as const;

function join(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

/** The policy as the page's meta tag carries it, for hosts that can't set headers. */
export const metaPolicy = join(directives);

/** The policy as a header; only there can it forbid being framed. */
export const headerPolicy = join({ ...directives, 'frame-ancestors': "'none'" });

/** What every answer of a host should carry. */
export const securityHeaders = {
  'Content-Security-Policy': headerPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Files under assets/ carry a hash of their content in their name and never change; everything else may. */
export function cacheControl(path: string): string {
  return path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The headers in the format that Netlify, Cloudflare Pages and others read from a file `_headers`. */
export function headersFile(): string {
  const everywhere = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  const cached = ['/', '/index.html', '/assets/*'].flatMap((path) => [
    path,
    `  Cache-Control: ${cacheControl(path.slice(1))}`,
  ]);
  return `${['/*', ...everywhere, ...cached].join('\n')}\n`;
}
