import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

/**
 * A headless Chromium for browser tests: the one of the registry's package, unpacked once a version, or the
 * one at `CHROMIUM_PATH`. It keeps all of its defences that a page could notice (origins, CSP, mixed content);
 * only the process sandbox is off, since it does not start as root.
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = process.env.CHROMIUM_PATH
    ? { executablePath: process.env.CHROMIUM_PATH, env: process.env }
    : await packagedChromium();
  return chromium.launch({
    executablePath,
    // A file's Chinese name is none to it where the machine has no language set.
    env: { ...definedOnly(env), LC_ALL: 'C.UTF-8' },
    chromiumSandbox: false,
    // Where there is none, it would be played by the processor.
    args: ['--disable-gpu'],
  });
}

async function packagedChromium() {
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      // Both are for bare machines: libraries such as nss, and a font, which a desktop would have.
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** The folder with the unpacked browser. Several processes may ask at once: the first to finish wins. */
async function unpacked(): Promise<string> {
  const cache = join(modules, '.cache');
  const folder = join(cache, `chromium-${await packageVersion()}`);
  if (await exists(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const mine = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await unpackInto(mine);
    await writeFile(join(mine, 'fonts.conf'), fontConfiguration(folder));
    await rename(mine, folder);
  } catch (error) {
    await rm(mine, { recursive: true });
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

async function packageVersion(): Promise<string> {
  const text = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** In a process of its own, because the package unpacks into whatever this process calls its temporary folder. */
async function unpackInto(folder: string): Promise<void> {
  const script = `
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: modules,
    // The second makes the package unpack its shared libraries, too.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  if (code !== 0)
    throw new Error(`@sparticuz/chromium could not be unpacked into ${folder}: exit code ${code}`);
}

function fontConfiguration(folder: string): string {
  const directories = ['/usr/share/fonts', '/usr/local/share/fonts', join(folder, 'fonts')];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${directories.map((directory) => `<dir>${directory}</dir>`).join('\n  ')}
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
