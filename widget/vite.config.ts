import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { build, defineConfig } from 'vite';

const root = import.meta.dirname;
const target = 'es2020';

/**
 * One classic script, `dist/widget/widget.js`: a shop embeds it by one tag. What few visitors need stands beside it as
 * modules with their content's hash in the name, which the script knows.
 */
export default defineConfig({
  root,
  plugins: [parts()],
  build: {
    outDir: fileURLToPath(new URL('../dist/widget', import.meta.url)),
    emptyOutDir: true,
    target,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'YinuoWidget', fileName: () => 'widget.js' },
  },
});

function parts(): Plugin {
  const id = 'virtual:parts';
  let built: Rolldown.OutputChunk[] = [];
  return {
    name: 'parts',
    async buildStart() {
      const entry = {
        more: 'more/more.ts',
        card: 'card/part.ts',
        en: 'words/en.ts',
        'zh-TW': 'words/zh-TW.ts',
      };
      built = (await Promise.all(Object.entries(entry).map(([name, file]) => buildPart(name, file)))).flat();
      for (const { fileName, code } of built) this.emitFile({ type: 'asset', fileName, source: code });
    },
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(resolved) {
      if (resolved !== `\0${id}`) return null;
      const files = Object.fromEntries(built.map(({ name, fileName }) => [name, fileName]));
      return `export default ${JSON.stringify(files)}`;
    },
  };
}

/** Each whole in one file: built together they would share a further one. */
async function buildPart(name: string, file: string): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      target,
      minify: true,
      lib: { entry: { [name]: file }, formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: '[name]-[hash].js' } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  return outputs.flatMap(({ output }) => output.filter((one) => one.type === 'chunk'));
}
