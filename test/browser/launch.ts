// A real Chromium with a software WebGPU adapter, and pages that can call `run` of page.ts. What they
// load is the bundle of scripts/bundle.mjs, file by file as it would be published. The server is on
// 127.0.0.1, which counts as a secure context (navigator.gpu needs one), and sends COOP/COEP headers
// (SharedArrayBuffer needs them) except below /plain/.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { bundle, libraryNames } from '../../scripts/bundle.mjs';
import { unpackChromium } from '../../scripts/vulkan.mjs';
import type { Answer, CaseName } from './page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Without --use-webgpu-adapter requestAdapter() answers null on a machine without a GPU. The
// others stop Chromium from calling home, which floods a closed network with refused connections.
const flags = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const html = `<!doctype html><script type="module">
import * as page from '/page.js';
globalThis.run = page.run;
globalThis.ready = true;
</script>`;

/**
 * CHROMIUM_PATH, Debian's package, or the headless shell inside the npm package; WGRAD_TEST_BROWSER=npm
 * insists on the last.
 */
function findChromium(): { executablePath: string; libraries?: string } {
  const npmOnly = process.env.WGRAD_TEST_BROWSER === 'npm';
  const named = process.env.CHROMIUM_PATH;
  if (named && !npmOnly) return { executablePath: named };
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const installed = npmOnly ? undefined : system.find((path) => existsSync(path));
  if (installed) return { executablePath: installed };
  // side by side, because the shell looks for SwiftShader in its own folder
  const parts = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  const unpacked = unpackChromium('chromium', parts);
  if (!unpacked) throw new Error('no Chromium: set CHROMIUM_PATH or install the package chromium');
  return {
    executablePath: join(unpacked, 'chromium'),
    libraries: `${unpacked}:${join(unpacked, 'lib')}`,
  };
}

export async function launch(): Promise<Browser> {
  const { executablePath, libraries } = findChromium();
  // The launcher's variables choose a Vulkan driver for Dawn in Node; Chromium brings its own.
  const { LD_LIBRARY_PATH: _, VK_DRIVER_FILES: __, ...inherited } = process.env;
  const env = { ...inherited, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  return chromium.launch({ executablePath, args: flags, env: env as Record<string, string> });
}

// The script keeps its import of the library, which is then loaded from the published files.
const publishedLibrary: Plugin = {
  name: 'published library',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^wgrad$|src\/index\.ts$/ }, () => ({
      path: '/dist/index.js',
      external: true,
    }));
  },
};

async function bundleScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    plugins: [publishedLibrary],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
};

/** Scripts and HTML by path from memory; everything else from the folder of the longest prefix. */
async function serve(
  pages: Record<string, string>,
  folders: Record<string, string>,
): Promise<Server> {
  const read = async (path: string): Promise<string | Uint8Array | undefined> => {
    const page = pages[path];
    if (page !== undefined) return page;
    const prefix = Object.keys(folders).find((p) => path.startsWith(p));
    if (!prefix) return undefined;
    const file = join(folders[prefix], normalize(`/${path.slice(prefix.length)}`));
    return readFile(file).catch(() => undefined);
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = await read(path);
    const type = path.endsWith('/') ? 'html' : (path.split('.').at(-1) ?? '');
    if (!path.startsWith('/plain/')) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    }
    response.setHeader('Content-Type', types[type] ?? 'application/octet-stream');
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** A page that runs the cases of page.ts. */
export interface PageUnderTest {
  readonly page: Page;
  run<N extends CaseName>(name: N, ...args: Parameters<Answer<N>>): ReturnType<Answer<N>>;
}

/** How a page is opened. */
export interface PageOptions {
  /** '/' (default) is isolated, '/plain/' is not. */
  readonly path?: string;
  /** JavaScript that runs in the page before everything else. */
  readonly before?: string;
}

/** A browser and the server of its pages. */
export interface BrowserUnderTest {
  readonly version: string;
  /** The bundle that the pages load, relative to the root of the project. */
  readonly library: string;
  /** Opens a page with page.ts. @throws with the page's own messages if it does not load */
  open(options?: PageOptions): Promise<PageUnderTest>;
  /** Opens any path of the server and collects what goes wrong there. */
  visit(path: string, before?: string): Promise<{ page: Page; problems: string[] }>;
  close(): Promise<void>;
}

/** Builds the bundle, serves it (and `folders`: URL prefix to folder) and starts the browser. */
export async function openBrowser(folders: Record<string, string> = {}): Promise<BrowserUnderTest> {
  const cache = join(root, 'node_modules', '.cache', 'wgrad');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'browser-'));
  const library = relative(root, folder);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const [script, example, browser] = await Promise.all([
    bundleScript('test/browser/page.ts'),
    bundleScript('examples/browser/main.ts'),
    launch(),
    bundle(library, libraryNames),
  ]).catch((error) => {
    remove();
    throw error;
  });
  const server = await serve(
    {
      '/': html,
      '/plain/': html,
      '/page.js': script,
      '/example/': await readFile(join(root, 'examples/browser/index.html'), 'utf8'),
      '/example/main.js': example,
    },
    {
      '/dist/': folder,
      '/data/': join(root, 'data'),
      '/golden/': join(root, 'test/golden'),
      ...folders,
    },
  );
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function visit(path: string, before?: string) {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    if (before) await page.addInitScript(before);
    await page.goto(origin + path);
    return { page, problems };
  }

  return {
    version: browser.version(),
    library,
    visit,
    open: async ({ path = '/', before } = {}) => {
      const { page, problems } = await visit(path, before);
      await page.waitForFunction('globalThis.ready', undefined, { timeout: 20_000 }).catch(() => {
        throw new Error(`the page did not load its module: ${problems.join('; ') || 'no message'}`);
      });
      const run: PageUnderTest['run'] = (name, ...args) =>
        page.evaluate(
          ([which, values]) =>
            (globalThis as unknown as { run(n: string, a: unknown[]): unknown }).run(which, values),
          [name, args] as [string, unknown[]],
        ) as ReturnType<Answer<typeof name>>;
      return { page, run };
    },
    close: async () => {
      await browser.close();
      server.close();
      remove();
    },
  };
}
