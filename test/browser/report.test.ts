// report.html in a browser: it draws its curves, the slider goes through the samples, nothing is loaded from
// elsewhere, and it fits a phone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePng } from '../../src/io/image.ts';
import { writeDescription } from '../../src/run/description.ts';
import { readRun, writePage, writeReport } from '../../src/run/report.ts';
import { launch } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-report-'));
let browser: Browser;

async function run(name: string, rate: number): Promise<string> {
  const path = join(folder, name);
  mkdirSync(join(path, 'samples'), { recursive: true });
  await writeDescription(path, {
    task: 'toy',
    command: ['train', 'toy', '--set', `note=</script><b>${name}`],
    version: '0',
    device: 'none',
    started: '2026-01-01T00:00:00.000Z',
    config: { rate },
  });
  const line = (step: number) =>
    JSON.stringify({ stage: 'main', step, loss: 1 / (step * rate), 'tokens/s': 9, seconds: step });
  const lines = Array.from({ length: 30 }, (_, i) => line(i + 1));
  writeFileSync(join(path, 'metrics.jsonl'), `${lines.join('\n')}\n`);
  const pixels = new Uint8Array(12).fill(200);
  await writePng(join(path, 'samples', 'main-000010-a.png'), { width: 2, height: 2, pixels });
  writeFileSync(join(path, 'samples', 'main-000020-b.txt'), 'once <upon> a time');
  return path;
}

async function open(file: string, width: number) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('body[data-state=ready]', { timeout: 20_000 });
  return { page, problems };
}

beforeAll(async () => {
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([1000, 380])('a report of one run, %i pixels wide', async (width) => {
  const { page, problems } = await open(await writeReport(await run('one', 0.5)), width);
  expect(problems).toEqual([]);
  expect(await page.locator('.chart canvas').count()).toBe(2);
  // something is drawn: not all of a canvas is one colour
  const colours = await page
    .locator('.chart canvas')
    .first()
    .evaluate((c) => {
      const canvas = c as unknown as {
        width: number;
        height: number;
        getContext(kind: '2d'): { getImageData(...at: number[]): { data: Uint8ClampedArray } };
      };
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<number>();
      for (let i = 0; i < data.length; i += 4)
        seen.add(data[i] * 65536 + data[i + 1] * 256 + data[i + 2]);
      return seen.size;
    });
  expect(colours).toBeGreaterThan(5);
  expect(await page.textContent('figcaption')).toBe('main-000020-b.txt');
  expect(await page.textContent('figure pre')).toBe('once <upon> a time');
  await page.locator('input[type=range]').fill('0');
  expect(await page.textContent('figcaption')).toBe('main-000010-a.png');
  const shown = page.locator('figure img');
  expect(await shown.evaluate((x) => (x as unknown as { naturalWidth: number }).naturalWidth)).toBe(
    2,
  );
  expect(await page.textContent('body')).toContain('--set note=</script><b>one');
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(width);
  await page.close();
});

test('two runs side by side', async () => {
  const runs = [await readRun(await run('one', 0.5)), await readRun(await run('two', 2))];
  const { page, problems } = await open(await writePage(join(folder, 'both.html'), runs), 1000);
  expect(problems).toEqual([]);
  expect(await page.locator('.chart canvas').count()).toBe(2);
  expect(await page.textContent('.u-legend')).toContain(join(folder, 'two'));
  expect(await page.textContent('body')).toMatch(/rate\s*0\.5\s*2/);
  await page.close();
});
