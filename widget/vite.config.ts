import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** One classic script, `dist/widget/widget.js`: a shop embeds it by one tag, and nothing else is fetched for it. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: fileURLToPath(new URL('../dist/widget', import.meta.url)),
    emptyOutDir: true,
    target: 'es2020',
    lib: { entry: 'main.ts', formats: ['iife'], name: 'YinuoWidget', fileName: () => 'widget.js' },
  },
});
