// The shipped CLIPs: small files, models of their own, and what they must still see after any change of the code.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { embedder } from '../../src/clip/embed.ts';
import { loadClip } from '../../src/clip/folder.ts';
import { classifyPictures } from '../../src/clip/zero-shot.ts';
import { emojiImage, loadEmoji, selectEmoji } from '../../src/data/emoji.ts';
import { rPrecision } from '../../src/metrics/text-alignment.ts';
import { embedPictures } from '../../src/run/tasks/clip-measures.ts';
import { useDevice } from '../../src/runtime/device.ts';

const folderOf = (name: string): string =>
  fileURLToPath(new URL(`../../weights/${name}`, import.meta.url));
beforeAll(async () => {
  await useDevice('cpu');
});

// R@5 among all 1644 names: pictures of trained styles that were held out, and of the style that none was trained on
const least = {
  clip: { heldOut: 0.6, unseen: 0.45 },
  'clip-b': { heldOut: 0.45, unseen: 0.33 },
  'clip-c': { heldOut: 0.33, unseen: 0.28 },
};

describe.each(Object.entries(least))('weights/%s', (name, { heldOut, unseen }) => {
  it(`finds ${heldOut} of held-out pictures and ${unseen} of an unseen style in five guesses`, async () => {
    const { model, params, tokenizer } = await loadClip(folderOf(name));
    const embed = embedder(model, params, tokenizer);
    const all = await loadEmoji(undefined, { size: 64 });
    const concepts = [...new Map(all.records.map((record) => [record.hexcode, record])).values()];
    const names = await embed.texts(concepts.map((concept) => concept.name));
    const rowOf = new Map(concepts.map(({ hexcode }, row) => [hexcode, row]));
    const recall = async (set: typeof all): Promise<number> => {
      const some = [...set.records.keys()].filter((i) => i % 3 === 0);
      const truth = some.map((i) => rowOf.get(set.records[i].hexcode) as number);
      return rPrecision(await embedPictures(embed, set, some), names, { truth, top: 5 });
    };
    const seen = selectEmoji(all, {
      splits: ['heldOutPair'],
      where: ({ style }) => style !== 'fxemoji',
    });
    const foreign = selectEmoji(all, {
      styles: ['fxemoji'],
      splits: ['train', 'heldOutPair'],
    });
    expect(await recall(seen)).toBeGreaterThan(heldOut);
    expect(await recall(foreign)).toBeGreaterThan(unseen);
    embed.dispose();
  }, 60_000);

  it('has less than 4 MB, and is no copy of another', () => {
    const path = `${folderOf(name)}/model.safetensors`;
    expect(statSync(path).size).toBeLessThan(4e6);
    const others = Object.keys(least).filter((other) => other !== name);
    for (const other of others) {
      const theirs = readFileSync(`${folderOf(other)}/model.safetensors`);
      expect(readFileSync(path).equals(theirs)).toBe(false);
    }
  });
});

it('the shipped one is what is read by default, and it knows an apple', async () => {
  const clip = await loadClip();
  const set = await loadEmoji(undefined, { size: 64, styles: ['fxemoji'], groups: ['food-drink'] });
  const apple = set.records.findIndex(({ name }) => name === 'red apple');
  const picture = { width: 64, height: 64, pixels: emojiImage(set, apple) };
  const labels = ['red apple', 'green apple', 'banana', 'dog face', 'car'];
  const [shares] = await classifyPictures(clip, [picture], labels);
  expect(shares.indexOf(Math.max(...shares))).toBe(0);
});
