// `wgrad classify` and `wgrad search` on a user's own files of any size and kind, and what they refuse.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveClip } from '../../src/clip/folder.ts';
import { emojiTokenizer, emojiTokenizerFiles } from '../../src/clip/words.ts';
import type { EmojiRecord } from '../../src/data/emoji-set.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { random } from '../../src/tensor/ops/index.ts';
import { modelOf } from '../clip/models.ts';
import { refused, temporaryFolder, wgrad } from './support.ts';

const record: EmojiRecord = {
  ...{ hexcode: '1f34e', name: 'red apple', style: 'noto', group: 'food-drink' },
  ...{ subgroup: 'food-fruit', keywords: ['apple'], split: 'train' },
};
const folder = temporaryFolder();
const pictures = join(folder, 'pictures');
const model = join(folder, 'model');

beforeAll(async () => {
  await useDevice('cpu');
  mkdirSync(join(pictures, 'below'), { recursive: true });
  mkdirSync(model);
  mkdirSync(join(folder, 'empty'));
  const files = emojiTokenizerFiles([record], 20, 16);
  const clip = modelOf('WgradResNetCLIPModel', await emojiTokenizer(files));
  await saveClip(model, { config: clip.config, params: clip.init(random.key(1)) }, files);
  const red = sharp({ create: { width: 300, height: 40, channels: 3, background: '#e02020' } });
  await red.clone().jpeg().toFile(join(pictures, 'wide.jpg'));
  await red
    .clone()
    .webp()
    .toFile(join(pictures, 'below', 'wide.webp'));
  writeFileSync(
    join(pictures, 'disc.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><circle cx="4" cy="4" r="3"/></svg>',
  );
  writeFileSync(join(pictures, 'notes.txt'), 'no picture');
  writeFileSync(join(pictures, 'broken.png'), 'no picture either');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('classify', () => {
  it('tells every label with its share, the likeliest first', async () => {
    const path = join(pictures, 'disc.svg');
    const { code, stdout, stderr } = await wgrad([
      ...['classify', path, '--labels', 'red apple, pear,moon', '--model', model],
    ]);
    expect(stderr).toContain(`model: ${model} (WgradResNetCLIPModel, 16 pixels)`);
    expect(code).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/ %\s+/));
    expect(rows.map(([, label]) => label).sort()).toEqual(['moon', 'pear', 'red apple']);
    const shares = rows.map(([share]) => Number(share));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 0);
  });

  it('refuses what is no picture, no model and no label', async () => {
    const broken = join(pictures, 'broken.png');
    const said = async (...args: string[]): Promise<string> => {
      const { code, stderr } = await refused(['classify', ...args]);
      expect(code).toBe(1);
      return stderr;
    };
    expect(await said(broken, '--labels', 'a,b')).toMatch(/broken\.png: not a picture/);
    expect(await said(join(pictures, 'none.png'), '--labels', 'a')).toMatch(/none\.png/);
    const disc = join(pictures, 'disc.svg');
    expect(await said(disc)).toMatch(/--labels/);
    expect(await said(disc, '--labels', 'a,b,a')).toMatch(/"a" is given twice/);
    expect(await said(disc, '--labels', 'a', '--template', 'x')).toMatch(/has no \{\}/);
    expect(await said(disc, '--labels', 'a', '--model', `${folder}/none`)).toMatch(
      /no such folder/,
    );
    expect(await said(disc, '--labels', 'a', '--model', pictures)).toMatch(
      /config\.json is missing/,
    );
  });
});

describe('search', () => {
  it('tells the pictures of all folders below and passes over what it cannot read', async () => {
    const args = ['search', 'red apple', '--in', pictures, '--model', model];
    const { code, stdout, stderr } = await wgrad(args);
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning: .*broken\.png: not a picture/);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    expect(rows.map(([, path]) => path.slice(pictures.length + 1)).sort()).toEqual([
      'below/wide.webp',
      'disc.svg',
      'wide.jpg',
    ]);
    const cosines = rows.map(([cosine]) => Number(cosine));
    expect(cosines).toEqual([...cosines].sort((a, b) => b - a));
    expect(cosines.every((c) => Math.abs(c) <= 1)).toBe(true);
    const two = await wgrad([...args, '--count', '2']);
    expect(two.stdout.trim().split('\n')).toEqual(stdout.trim().split('\n').slice(0, 2));
  });

  it('refuses folders without pictures and empty texts', async () => {
    const said = async (text: string, where: string): Promise<string> => {
      const { code, stderr } = await refused(['search', text, '--in', where]);
      expect(code).toBe(1);
      return stderr;
    };
    expect(await said('x', join(folder, 'empty'))).toMatch(/no pictures there/);
    expect(await said('x', join(folder, 'none'))).toMatch(/no such folder/);
    expect(await said(' ', pictures)).toMatch(/give a text/);
  });
});
