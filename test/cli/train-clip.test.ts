// `wgrad train emoji-clip`: a run of two steps leaves a model that is read, measures and sheets; what does not fit
// together is refused before any work.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClip } from '../../src/clip/folder.ts';
import { readPicture } from '../../src/io/image.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { refused, temporaryFolder, wgrad } from './support.ts';

const folder = temporaryFolder();
beforeAll(async () => {
  await useDevice('cpu');
});
afterAll(() => rmSync(folder, { recursive: true }));

const set = (values: Record<string, string>): string[] =>
  Object.entries(values).flatMap(([key, value]) => ['--set', `${key}=${value}`]);

describe.each(['vit', 'resnet'])('a run with the tower %s', (tower) => {
  it('is a model with measures and sheets', async () => {
    const run = join(folder, tower);
    const { code, stderr } = await wgrad([
      ...['train', 'emoji-clip', '--out', run],
      ...set({ 'training.steps': '2', 'training.batchSize': '8', 'training.chunkSize': '4' }),
      ...set({ 'model.tower': tower, 'model.projection': '16', 'model.resnet.stem': '8' }),
      ...set({ 'model.resnet.widths': '[8,8,8]', 'model.resnet.heads': '2' }),
      ...set({ 'model.vit.width': '16', 'model.vit.layers': '1', 'model.vit.heads': '2' }),
      ...set({ 'model.vit.patch': '16', 'model.text.width': '16', 'model.text.layers': '1' }),
      ...set({ 'model.text.heads': '2', 'model.text.merges': '50' }),
    ]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('without the style fxemoji');
    expect(stderr).toContain('next: wgrad classify');
    const { model, tokenizer } = await loadClip(run);
    expect(model.config.architectures[0]).toBe(
      tower === 'vit' ? 'CLIPModel' : 'WgradResNetCLIPModel',
    );
    expect(tokenizer.size).toBe(512 + 50 + 2);
    const samples = join(run, 'samples');
    const named = (end: string): string => {
      const file = readdirSync(samples).find((name) => name.endsWith(end));
      return join(samples, file ?? `no ${end}`);
    };
    const table = readFileSync(named('measures.txt'), 'utf8').trim().split('\n');
    const rows = table.slice(2).map((line) => line.slice(24).trim().split(/\s+/).map(Number));
    expect(rows.map(([pictures]) => pictures)).toEqual([994, 404, 435, 552, 28]);
    expect(rows.flatMap((row) => row.slice(1)).every((x) => x >= 0 && x <= 1)).toBe(true);
    for (const sheet of ['retrieval.png', 'confusion.png']) {
      const { width, height } = await readPicture(named(sheet));
      expect(Math.min(width, height)).toBeGreaterThan(300);
    }
  }, 120_000);
});

it('refuses what does not fit together', async () => {
  const said = async (key: string, value: string): Promise<string> => {
    const { code, stderr } = await refused(['train', 'emoji-clip', '--set', `${key}=${value}`]);
    expect(code).toBe(1);
    return stderr;
  };
  expect(await said('model.text.heads', '3')).toMatch(/model\.text\.heads do not divide/);
  expect(await said('model.resnet.widths', '[8,12]')).toMatch(/widths are not multiples of 8/);
  expect(await said('training.chunkSize', '256')).toMatch(
    /chunkSize is beyond training\.batchSize/,
  );
  expect(await said('training.tokens', '25')).toMatch(/tokens is beyond model\.text\.context/);
  expect(await said('model.resnet.widths', '[8,16,24,32,40,48,56]')).toMatch(/widths/);
});
