// What a pipeline compiles: each of its functions once, however often it draws.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { officialClipFiles } from '../../src/data/clip-vocabulary.ts';
import { writeRandomModel } from '../../src/diffusion/random-model.ts';
import { openPipeline } from '../../src/diffusion/stable-diffusion.ts';
import type { Compiled, CompileOptions } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';

type Any = Compiled<unknown[], unknown>;
const compiled = vi.hoisted((): [string, Any][] => []);
vi.mock('../../src/runtime/compile.ts', async (original) => {
  const own = await original<typeof import('../../src/runtime/compile.ts')>();
  const compile = (f: (...args: never[]) => unknown, options: CompileOptions = {}): Any => {
    const made = own.compile(f as (...args: unknown[]) => unknown, options);
    compiled.push([options.name ?? f.name, made]);
    return made;
  };
  return { ...own, compile };
});

const folder = mkdtempSync(join(tmpdir(), 'wgrad-compilations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Stable Diffusion traces each network once; the text encoder once more for another clipSkip', async () => {
  await useDevice('cpu');
  const path = join(folder, 'tiny');
  await writeRandomModel(path, { preset: 'tiny', tokenizer: await officialClipFiles() });
  const model = await openPipeline(path, { scheduler: 'ddim' });
  const traces = async (clipSkip?: number): Promise<Record<string, number>> => {
    await model.draw(['a fox', 'a hen'], { steps: 2, size: [16, 16], clipSkip });
    const networks = compiled.filter(([name]) => /coder|denoising/.test(name));
    const ran = networks.filter(([name]) => !name.startsWith('encoder')); // of given pictures
    const entries = ran.map(async ([name, f]) => [name, (await f.stats()).traces] as const);
    expect(new Set(ran.map(([name]) => name)).size).toBe(ran.length);
    return Object.fromEntries(await Promise.all(entries));
  };
  const once = { 'text encoder': 1, 'denoising step': 1, decoder: 1 };
  expect(await traces()).toEqual(once);
  expect(await traces()).toEqual(once);
  expect(await traces(0)).toEqual(once);
  expect(await traces(1)).toEqual({ ...once, 'text encoder': 2 });
  expect(await traces(1)).toEqual({ ...once, 'text encoder': 2 });
  model.dispose();
}, 60_000);
