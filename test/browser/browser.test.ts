// The same source in a real browser: navigator.gpu instead of Dawn, and WebAssembly.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserUnderTest, openBrowser } from './launch.ts';

let browser: BrowserUnderTest;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

describe('Chromium', () => {
  test('offers a WebGPU adapter and shared memory', async () => {
    expect(await browser.run('environment')).toEqual([1, 1]);
  });

  test('runs WebAssembly', async () => {
    expect(await browser.run('wasm')).toEqual([3.5]);
  });

  test('runs a compute shader', async () => {
    expect(await browser.run('webgpu')).toEqual([2, 4, 6, 8]);
  });
});
