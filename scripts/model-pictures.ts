// Draws what README and docs show of a model: grids of names that it was trained on, of pairs of a concept and a style
// and of combinations that it was not, each picture beside the training picture nearest to it; a grid of styles; a
// dozen prompts with the movie of their denoising; the way between prompts.
//
//   npx tsx scripts/model-pictures.ts [MODEL] [FOLDER]        weights/emoji and docs by default; about three minutes
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caption } from '../src/data/captions.ts';
import { distinctEmoji } from '../src/data/distinct-emoji.ts';
import { type EmojiRecord, emojiStyles } from '../src/data/emoji-set.ts';
import { hostRandom, permutation } from '../src/data/random.ts';
import { openPipeline } from '../src/diffusion/stable-diffusion.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import { clipNetwork } from '../src/evaluate/feature-network.ts';
import { drawnSet, emojiReference } from '../src/evaluate/picture-set.ts';
import { data, useDevice } from '../src/index.ts';
import { fitPicture } from '../src/io/fit-picture.ts';
import { writeGif } from '../src/io/gif.ts';
import { grid, type ImageBatch, toPictures, writePng } from '../src/io/image.ts';
import type { Picture } from '../src/io/picture.ts';
import { modelIn } from '../src/run/model-folder.ts';
import { paste, white } from '../src/run/tasks/clip-sheets.ts';
import { dozenPrompts } from '../src/run/tasks/emoji-pictures.ts';
import { writeText } from '../src/run/tasks/pixel-font.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const [given = join(root, 'weights/emoji'), out = join(root, 'docs')] = process.argv.slice(2);
const seed = 3;
const combinations = [
  ...['blue apple', 'purple cat', 'green dog', 'red banana', 'pink elephant', 'blue bear'],
  ...['purple pizza', 'green heart face', 'red fish', 'yellow car', 'blue rose', 'pink frog'],
];
const things = ['red apple', 'dog face', 'rocket', 'crying face', 'rose', 'guitar'];

await useDevice('cpu');
const model = await openPipeline(modelIn(given) ?? given);
const clip = await clipNetwork(join(root, 'weights/clip-b'), 'clip-b');
const [size] = model.size;
const set = await data.loadEmoji(undefined, { size, ...distinctEmoji });
const training = set.records.filter(({ split }) => split === 'train');
const concepts = [...new Map(training.map((record) => [record.hexcode, record])).values()];
const reference = await emojiReference('emoji:train', {}, size);

const some = (records: readonly EmojiRecord[], count: number): EmojiRecord[] =>
  [...permutation(records.length, hostRandom(seed))].slice(0, count).map((i) => records[i]);
const named = (record: EmojiRecord, style: number): string =>
  caption(record, hostRandom(0), { style, subgroup: 0, keywords: 0 });

/** One sample of each prompt beside the training picture nearest to it for clip-b, and how near that is. */
async function besideNearest(file: string, prompts: readonly string[]): Promise<void> {
  const [side, gap, label, columns] = [96, 4, 14, 6];
  const texts = prompts.map((prompt) => ({ prompt, name: prompt }));
  const samples = await drawnSet('samples', model, texts, { seed });
  const { memory } = await evaluate({
    ...{ samples, reference, network: clip, clip, resamples: 10, seed },
    measures: ['memorisation'],
  });
  if (!memory) throw new Error('no distances to training pictures');
  const { nearest, threshold } = memory;
  const [width, height] = [2 * (side + gap) + 2 * gap, side + label + 2 * gap];
  const sheet = white(columns * width + gap, Math.ceil(prompts.length / columns) * height + gap);
  for (const [i, prompt] of prompts.entries()) {
    const [x, y] = [gap + (i % columns) * width, gap + Math.floor(i / columns) * height];
    const near = await reference.pictures.picture(reference.training[nearest.row[i]]);
    for (const [k, picture] of [await samples.picture(i), near].entries()) {
      paste(sheet, fitPicture(picture, side).pixels, side, x + k * (side + gap), y + label);
    }
    const ratio = (nearest.distance[i] / threshold).toFixed(1);
    writeText(sheet, `${prompt.slice(0, 20)} ${ratio}`, x, y);
  }
  await writePng(join(out, file), sheet);
  console.log(`${file}: ${prompts.join(', ')}`);
}

await besideNearest(
  'random-names.png',
  some(concepts, 48).map((record) => named(record, 0)),
);
await besideNearest(
  'held-out-pairs.png',
  some(
    set.records.filter(({ split, hexcode }) => {
      return split !== 'train' && concepts.some((concept) => concept.hexcode === hexcode);
    }),
    48,
  ).map((record) => named(record, 1)),
);
await besideNearest('new-combinations.png', combinations);

const drawn = async (prompts: readonly string[], options = {}): Promise<ImageBatch> =>
  (await model.draw(prompts, { seed, ...options })).images;
const styled = things.flatMap((thing) => emojiStyles.map((style) => `${style} ${thing}`));
const styles = grid(toPictures(await drawn(styled)), { columns: emojiStyles.length, scale: 2 });
await writePng(join(out, 'styles.png'), styles);

const frames: ImageBatch[] = [];
const onFrame = (batch: ImageBatch): void => void frames.push(batch);
const dozen = await drawn(dozenPrompts, { count: 2, onFrame });
const sheet = (batch: ImageBatch, scale: number) => grid(toPictures(batch), { columns: 8, scale });
await writePng(join(out, 'samples.png'), sheet(dozen, 2));
await writeGif(
  join(out, 'denoising.gif'),
  frames.map((batch) => sheet(batch, 2)),
  { delay: 120 },
);

const between = 7;
const ways = [
  ['red heart', 'green apple'],
  ['dog face', 'frog'],
];
const stops: Picture[] = [];
for (const way of ways) stops.push(...toPictures(await drawn(way, { between })));
await writePng(join(out, 'between.png'), grid(stops, { columns: between + 2, scale: 2 }));
console.log(`${out}: random-names, held-out-pairs, new-combinations, styles, samples, between`);
clip.dispose();
model.dispose();
