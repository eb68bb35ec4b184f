import type { Plugin } from 'vite';
import { headersFile, metaPolicy } from './policy.ts';

/**
 * Puts the policy into the built page, ahead of everything it governs, and writes the hosts' headers file. The
 * development server gets neither: its hot reloading needs inline scripts, and the tests look at the built page.
 */
export function policyPlugin(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
  };
}
