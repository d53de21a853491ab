// Threads of the CPU device in a browser: with cross-origin isolation workers take part and change no
// bit; without it there is one thread, and the description says why.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserUnderTest, openBrowser } from './launch.ts';

let browser: BrowserUnderTest;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test('workers take part on an isolated page', async () => {
  const { page, run } = await browser.open();
  const { description, helped, runs, differing } = await run('threads');
  expect(description).toMatch(/^WebAssembly SIMD.*, 2 threads$/);
  expect(helped).toBeGreaterThanOrEqual(20);
  expect(runs).toBeGreaterThan(3);
  expect(differing).toBe(0);
  await page.close();
});

test('a page that is not isolated has one thread', async () => {
  const { page, run } = await browser.open({ path: '/plain/' });
  const { description } = await run('choose', 'cpu');
  expect(description).toMatch(/, 1 thread( \(more need cross-origin isolation.*\))?$/);
  await page.close();
});
