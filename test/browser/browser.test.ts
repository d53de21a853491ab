// The published bundle in a real browser, with navigator.gpu instead of Dawn and with WebAssembly; the
// numbers agree with each other and with plain loops, and nothing of Node is asked for.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleApplication } from '../../scripts/bundle.mjs';
import { loadEmoji } from '../../src/data/emoji.ts';
import { decodeSafetensors } from '../../src/io/safetensors.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { worstError } from '../support/devices.ts';
import { writeUntrained } from '../support/untrained-pipeline.ts';
import { type BrowserUnderTest, openBrowser, type PageUnderTest } from './launch.ts';

let browser: BrowserUnderTest;
let isolated: PageUnderTest;
let folder: string; // served as /temporary/

const noGpu = `Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined });`;
const noAdapter = `GPU.prototype.requestAdapter = async () => null;`;
// SwiftShader that says it is a GPU, so that the kernels for GPUs run
const claimedGpu = `for (const [name, value] of Object.entries({
  vendor: 'acme', architecture: 'anvil', device: '', description: '', isFallbackAdapter: false,
})) Object.defineProperty(GPUAdapterInfo.prototype, name, { get: () => value });`;
// what bundlers of older days put into pages
const fakeProcess = `globalThis.process = { browser: true, env: {}, versions: {} };`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-browser-'));
  await useDevice('cpu');
  await writeUntrained(join(folder, 'weights/emoji')); // to be drawn with by the example
  browser = await openBrowser({ '/weights/': join(folder, 'weights'), '/temporary/': folder });
  isolated = await browser.open();
});

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

describe('the bundle', () => {
  test('fits into an application for browsers and leaves no import behind', async () => {
    const whole = "import * as wgrad from 'wgrad'; globalThis.app = { ...wgrad };";
    const { left, files } = await bundleApplication(whole, browser.library);
    expect(left).toEqual([]);
    const text = Object.values(files).join('\n');
    // import "x", from "x" and import("x") of what browsers do not have
    const reference = /(?:\bfrom|\bimport)\s*\(?\s*["'](?:node:[\w/]+|webgpu|sharp|pngjs)["']/g;
    expect(text.match(reference) ?? []).toEqual([]);
    expect('import fs from "node:fs/promises"; import("sharp")'.match(reference)).toHaveLength(2);
  });

  test('an application gets what it uses: a core of four names, and it computes', async () => {
    const core = 'compile, grad, matmul, tensor';
    const code = `import { ${core} } from 'wgrad';
      const loss = (w) => matmul(matmul(tensor([1, 2]), w), tensor([3, 4]));
      const f = compile((w) => grad(loss)(w));
      document.title = (await f(tensor([[1, 2], [3, 4]])).data()).join();`;
    const { parts, files, main } = await bundleApplication(code, browser.library);
    const atOnce = parts.filter((part) => part.atOnce);
    expect(atOnce.reduce((sum, part) => sum + part.gzip, 0)).toBeLessThan(60_000);
    // backends are loaded only when they are used
    const onDemand = parts.filter((part) => !part.atOnce).map((part) => part.name);
    expect(onDemand).toEqual(expect.arrayContaining(['cpu-backend', 'webgpu-backend']));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'application', name)), { recursive: true });
      await writeFile(join(folder, 'application', name), text);
    }
    await writeFile(
      join(folder, 'application/index.html'),
      `<!doctype html><script type="module" src="${main}"></script>`,
    );
    const { page, problems } = await browser.visit('/temporary/application/index.html');
    await page.waitForFunction('document.title !== ""', undefined, { timeout: 20_000 });
    expect(problems).toEqual([]);
    expect(await page.title()).toBe('3,4,6,8'); // x^T y^T
    await page.close();
  });
});

describe.each(['cpu', 'webgpu'] as const)('%s in Chromium', (device) => {
  test('a product agrees with plain loops', async () => {
    expect(await isolated.run('product', device, [37, 53, 29])).toBeLessThan(1e-4);
    expect(await isolated.run('product', device, [128, 64, 96])).toBeLessThan(1e-4);
  });

  test('a compiled step that takes its state over learns', async () => {
    const [first, last] = await isolated.run('compiled', device);
    expect(first).toBeCloseTo(14 / 3, 5);
    expect(last).toBeLessThan(first / 20);
  });
});

// without collection the loop holds a megabyte a step
test.each([
  ['cpu', 3000],
  ['webgpu', 600],
] as const)(
  'garbage is collected on %s in Chromium',
  async (device, steps) => {
    const budget = 400 * 2 ** 20;
    const most = await isolated.run('garbage', device, steps, budget);
    expect(most).toBeGreaterThan(2 ** 20);
    expect(most).toBeLessThan(budget);
  },
  60_000,
);

describe('both backends in Chromium', () => {
  test('agree on the gradient of an MLP', async () => {
    const cpu = await isolated.run('mlpGradient', 'cpu');
    const gpu = await isolated.run('mlpGradient', 'webgpu');
    expect(cpu).toHaveLength(3 * 16 + 16 + 16 * 16 + 16 + 16 * 2 + 2);
    expect(Math.max(...cpu.map(Math.abs))).toBeGreaterThan(0.01);
    expect(worstError(gpu, cpu)).toBeLessThan(1e-5);
  });

  test('train U-Net and prompt model along the same curve', async () => {
    const cpu = await isolated.run('train', 'cpu', 6);
    const gpu = await isolated.run('train', 'webgpu', 6);
    expect(cpu).toHaveLength(6);
    expect(worstError(gpu, cpu)).toBeLessThan(1e-3);
    expect(cpu[5]).toBeLessThan(0.97 * cpu[0]);
    expect(gpu[5]).toBeLessThan(0.97 * gpu[0]);
  }, 120_000);
});

describe('files in Chromium', () => {
  test('safetensors from bytes, and the same written again', async () => {
    const { first, again } = await isolated.run('safetensors', '/golden/fixtures/nn.safetensors');
    const file = new URL('../golden/fixtures/nn.safetensors', import.meta.url);
    const { tensors } = decodeSafetensors(new Uint8Array(await readFile(file)));
    expect(Object.keys(first).sort()).toEqual([...tensors.keys()].sort());
    for (const [name, t] of tensors) {
      const sum = Array.from(await t.data()).reduce((s, x) => s + x, 0);
      expect(first[name], name).toBeCloseTo(sum, 4);
    }
    expect(again).toEqual(first);
  });

  test('the emoji data set by URL is the one that Node reads', async () => {
    const { images, records } = await loadEmoji();
    const { count, first, sum } = await isolated.run('emoji', '/data/');
    expect(count).toBe(records.length);
    expect(first).toEqual(records[0]);
    expect(sum).toBe(images.reduce((s, x) => s + x, 0));
  });

  test('a missing data set is one error that names the file', async () => {
    expect(await isolated.run('emojiError', '/nowhere/')).toMatch(
      /^FileError: .*\/nowhere\/emoji\.json: the server answered 404\n.*\/page\.js/,
    );
    expect(await isolated.run('emojiError', null)).toMatch(/give loadEmoji the URL of its folder/);
  });
});

describe('the choice of a device in Chromium', () => {
  test('auto refuses a software adapter and says so', async () => {
    expect(await isolated.run('environment')).toEqual({
      adapter: true,
      isolated: true,
      secure: true,
    });
    const { device, description, reason } = await isolated.run('choose', 'auto');
    expect(device).toBe('cpu');
    expect(description).toMatch(/WebAssembly SIMD with fused multiply-add/);
    expect(reason).toMatch(/^no hardware GPU: the only adapter is .*swiftshader.*software/i);
  });

  test('auto takes a hardware adapter', async () => {
    const { page, run } = await browser.open({ before: claimedGpu });
    expect(await run('choose', 'auto')).toEqual({
      device: 'webgpu',
      description: 'WebGPU: acme anvil',
      reason: 'a hardware GPU is there',
    });
    expect(await run('product', 'webgpu', [128, 64, 96])).toBeLessThan(1e-4);
    const [first, last] = await run('compiled', 'webgpu');
    expect(last).toBeLessThan(first / 20);
    await page.close();
  });

  test('without cross-origin isolation the CPU and WebGPU still work', async () => {
    const { page, run } = await browser.open({ path: '/plain/' });
    expect((await run('environment')).isolated).toBe(false);
    expect(await run('product', 'cpu', [20, 30, 40])).toBeLessThan(1e-4);
    expect(await run('product', 'webgpu', [20, 30, 40])).toBeLessThan(1e-4);
    await page.close();
  });

  test('without navigator.gpu, beside a fake process', async () => {
    const { page, run } = await browser.open({ before: noGpu + fakeProcess });
    const { device, reason } = await run('choose', 'auto');
    expect([device, reason]).toEqual([
      'cpu',
      expect.stringMatching(/no WebGPU \(navigator\.gpu\)/),
    ]);
    expect((await run('choose', 'webgpu')).reason).toMatch(
      /^DeviceError: this browser has no WebG/,
    );
    expect(await run('product', 'cpu', [20, 30, 40])).toBeLessThan(1e-4);
    await page.close();
  });

  test('without an adapter', async () => {
    const { page, run } = await browser.open({ before: noAdapter });
    const { device, reason } = await run('choose', 'auto');
    expect([device, reason]).toEqual([
      'cpu',
      expect.stringMatching(/^no WebGPU adapter was found/),
    ]);
    expect((await run('choose', 'webgpu')).reason).toMatch(/^DeviceError: no WebGPU adapter/);
    await page.close();
  });

  test('a lost device is an error of the next read, and a new one works', async () => {
    const { read, again, value } = await isolated.run('lose');
    expect(read).toMatch(/^DeviceLostError: the WebGPU device is gone/);
    expect([again, value]).toEqual(['webgpu', [2, 3]]);
  });
});

test('the example trains, draws and finishes', async () => {
  const { page, problems } = await browser.visit('/example/?steps=400&sampling=3&device=cpu');
  await page.waitForSelector('body[data-state]', { timeout: 40_000 });
  const text = (id: string) => page.textContent(`#${id}`);
  expect(problems).toEqual([]);
  expect(await text('device')).toMatch(/^cpu: WebAssembly SIMD/);
  const loss = /step 400 of 400, loss ([\d.e-]+)/.exec((await text('progress')) ?? '');
  expect(Number(loss?.[1])).toBeLessThan(0.5);
  expect(await text('notes')).toMatch(/^4 pictures in [\d.]+ s$/);
  const picture = process.env.WGRAD_SCREENSHOT;
  if (picture) await page.screenshot({ path: picture, fullPage: true });
  await page.close();
});
