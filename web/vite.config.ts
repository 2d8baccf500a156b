import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ruleSays } from './rule-says.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** No script and no asset is inlined: the desk is served under a CSP without `unsafe-inline` for scripts. */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: here('public'),
  plugins: [react(), ruleSays()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // These only define; they do not say so themselves, and all of each would come with any part of it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /node_modules\/@rc-component\//, sideEffects: false }] },
    },
    chunkSizeWarningLimit: 700,
  },
});
