import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { policyPlugin } from './scripts/hosting/policy-plugin.ts';

/** Canton's HOCON library has a byte budget of its own, so the size check must know its file by name. */
function chunkFileNames(chunk: { moduleIds: string[] }): string {
  const isHoconLibrary = chunk.moduleIds.some((id) => id.includes('/src/core/read/lightbend/'));
  return isHoconLibrary ? 'assets/lightbend-[hash].js' : 'assets/[name]-[hash].js';
}

export default defineConfig({
  // Relative addresses: the page works under any path of any static host.
  base: './',
  plugins: [react(), tailwindcss(), policyPlugin()],
  build: {
    target: 'es2022',
    // The polyfill is an inline script and the policy forbids data: addresses for everything but images.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
    rolldownOptions: { output: { chunkFileNames }, checks: { pluginTimings: false } },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { chunkFileNames } },
  },
});
