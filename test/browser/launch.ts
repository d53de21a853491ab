// A real Chromium with a software WebGPU adapter, and a page that can call `run` of page.ts.
// The page is served with COOP/COEP headers, so that SharedArrayBuffer (threads) is available, and
// from 127.0.0.1, which counts as a secure context (navigator.gpu needs one).

import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { unpackChromium } from '../../scripts/vulkan.mjs';

const entry = fileURLToPath(new URL('./page.ts', import.meta.url));

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

/** CHROMIUM_PATH, Debian's package, or the headless shell inside the npm package. */
function findChromium(): { executablePath: string; libraries?: string } {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named };
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const installed = system.find((path) => existsSync(path));
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

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // reached only by dynamic import() in Node; a static import would fail in the page, as it should
    external: ['node:*', 'webgpu', 'sharp'],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

async function serve(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export interface BrowserUnderTest {
  version: string;
  page: Page;
  /** calls `run(name)` of page.ts in the browser */
  run(name: string): Promise<number[]>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<BrowserUnderTest> {
  const { executablePath, libraries } = findChromium();
  // The launcher's variables choose a Vulkan driver for Dawn in Node; Chromium brings its own.
  const { LD_LIBRARY_PATH: _, VK_DRIVER_FILES: __, ...env } = process.env;
  const [script, browser] = await Promise.all([
    bundlePage(),
    chromium.launch({
      executablePath,
      args: flags,
      env: { ...env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } as Record<
        string,
        string
      >,
    }),
  ]);
  const server = await serve(script);
  const close = async () => {
    await browser.close();
    server.close();
  };
  try {
    return { ...(await openPage(browser, server)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPage(browser: Browser, server: Server) {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.ready', undefined, { timeout: 10_000 }).catch(() => {
    throw new Error(`the page did not load its module: ${problems.join('; ') || 'no message'}`);
  });
  const run = (name: string) =>
    page.evaluate(
      (which) => (globalThis as unknown as { run(n: string): Promise<number[]> }).run(which),
      name,
    );
  return { version: browser.version(), page, run };
}
