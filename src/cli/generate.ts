// `wgrad generate`: pictures for prompts from a model's folder. A few prompts make one PNG, and a GIF of the
// denoising where pictures are small; a list of prompts in a file makes one PNG an entry, for measuring.
import { existsSync, statSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { DrawPicturesOptions, Pipeline } from '../diffusion/pipeline.ts';
import { openPipeline, type SchedulerName, schedulerNames } from '../diffusion/stable-diffusion.ts';
import { fitPicture } from '../io/fit-picture.ts';
import { type ImageBatch, readPicture } from '../io/image.ts';
import { writableFolder } from '../run/folder.ts';
import { removeLeftovers } from '../run/leftovers.ts';
import { modelIn, shippedModel } from '../run/model-folder.ts';
import { stageBars, warn } from '../run/progress.ts';
import { dozenPrompts } from '../run/tasks/emoji-pictures.ts';
import { UsageError } from '../run/usage-error.ts';
import type { DeviceName } from '../runtime/device.ts';
import { cast, less, mean, slice, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Lora, loraFile, pictureSize, realNumber, wholeNumber } from './arguments.ts';
import { drawBetween } from './between.ts';
import { chooseDevice, deviceOption } from './device.ts';
import { drawingNote, readNote } from './drawing-note.ts';
import { promptTextFault, readPromptList } from './prompt-list.ts';
import { type Drawing, drawList, drawSheet, isSmall } from './sheets.ts';

const mostPictures = 1000; // of one sheet

interface GenerateFlags
  extends Pick<
    DrawPicturesOptions,
    'steps' | 'guidance' | 'eta' | 'count' | 'between' | 'negative'
  > {
  readonly model?: string;
  readonly seed?: number;
  readonly prompts?: string;
  readonly out: string;
  readonly size?: readonly [width: number, height: number];
  readonly scheduler?: SchedulerName;
  readonly lora?: readonly Lora[];
  readonly image?: string;
  readonly strength?: number;
  readonly mask?: string;
  readonly again?: string;
  readonly device: DeviceName;
}

// A picture file as the model's size has it, white around it: [1, h, w, 3] in [-1, 1]. A negative has light and dark
// exchanged before that.
async function fitted(
  path: string,
  [h, w]: readonly [number, number],
  negative = false,
): Promise<Tensor> {
  const side = Math.max(h, w);
  const given = await readPicture(path);
  const shown = negative ? { ...given, pixels: given.pixels.map((b) => 255 - b) } : given;
  const { pixels } = fitPicture(shown, side);
  const whole = tensor(
    Float32Array.from(pixels, (b) => b / 127.5 - 1),
    { shape: [1, side, side, 3] },
  );
  const [top, left] = [(side - h) >> 1, (side - w) >> 1];
  return slice(whole, null, [top, top + h], [left, left + w]);
}

// What a drawing starts from; in a mask what is lighter than half is drawn anew.
async function startingImage(
  model: Pipeline,
  { image, strength, mask }: GenerateFlags,
): Promise<DrawPicturesOptions['image']> {
  if (image === undefined) {
    if (model.sees === 'hole')
      throw new UsageError('this model fills holes: give --image and --mask');
    if (model.sees === 'picture') throw new UsageError('this model changes pictures: give --image');
    if (mask !== undefined) throw new UsageError('--mask goes with --image, the picture under it');
    if (strength !== undefined) throw new UsageError('--strength goes with --image');
    return undefined;
  }
  const picture = await fitted(image, model.size);
  const usual = model.sees === 'picture' ? 1 : 0.6;
  if (mask === undefined) return { picture, strength: strength ?? usual };
  const dark = mean(await fitted(mask, model.size, true), 3, { keepDims: true });
  return { picture, strength: strength ?? 1, mask: cast(less(dark, 0), 'f32') };
}

function modelFolder(given: string | undefined): string {
  const folder = given ?? shippedModel();
  if (folder === undefined) {
    throw new UsageError(
      'the shipped model (weights/emoji) is missing: name a folder with --model, or make one with ' +
        '`wgrad train emoji-text-to-image`',
    );
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`${folder}: no such model folder`);
  }
  const model = modelIn(folder);
  if (model !== undefined) return model;
  throw new UsageError(`${folder}: not a model folder (it has no model_index.json)`);
}

// Tells what the model will not read of prompts, before any weights are loaded.
function readPrompts(model: Pipeline, prompts: readonly string[]): readonly string[] {
  const notes = [...new Set(prompts.flatMap((prompt) => model.read(prompt).notes))];
  warn(notes);
  return notes;
}

// Draws with the options that were asked for; what is not in `said` is told.
async function draw(
  model: Pipeline,
  prompts: readonly string[],
  { steps, guidance, eta, seed, between, negative, size }: GenerateFlags,
  more: DrawPicturesOptions,
  said: readonly string[],
): Promise<ImageBatch> {
  const bars = stageBars();
  const { images, notes } = await model
    .draw(prompts, {
      ...{ steps, guidance, eta, seed, between, negative },
      size: size && [size[1], size[0]],
      onProgress: bars.report,
      ...more,
    })
    .finally(() => bars.stop());
  warn(notes.filter((note) => !said.includes(note)));
  return images;
}

// What a picture was drawn with, and in front of it what is asked for now.
async function again(
  given: readonly string[],
  flags: GenerateFlags,
): Promise<[readonly string[], GenerateFlags]> {
  if (flags.again === undefined) return [given, flags];
  if (flags.prompts !== undefined) throw new UsageError('--again goes without --prompts');
  const { prompts, options } = await readNote(flags.again, { ...flags });
  const { scheduler } = options as Pick<GenerateFlags, 'scheduler'>;
  const merged = { ...options, scheduler, ...flags };
  return [given.length > 0 ? given : prompts, merged];
}

async function generateFor(typed: readonly string[], asked: GenerateFlags): Promise<void> {
  const [given, flags] = await again(typed, asked);
  if (flags.prompts !== undefined && given.length > 0) {
    throw new UsageError('give prompts either as arguments or with --prompts, not both');
  }
  if (flags.prompts !== undefined && (flags.count ?? 1) !== 1) {
    throw new UsageError('--count goes with prompts as arguments; a list names every picture');
  }
  if (flags.between !== undefined && given.length < 2) {
    throw new UsageError('--between needs two prompts or more, as arguments');
  }
  const folder = modelFolder(flags.model);
  const entries = flags.prompts === undefined ? undefined : await readPromptList(flags.prompts);
  for (const prompt of given) {
    const fault = promptTextFault(prompt);
    if (fault) throw new UsageError(fault);
  }
  const negative = flags.negative?.trim() && promptTextFault(flags.negative);
  if (negative) throw new UsageError(`--negative: ${negative}`);
  const pictures = Math.max(1, given.length) * (flags.count ?? 1);
  if (pictures > mostPictures) {
    throw new UsageError(`${pictures} pictures in one; at most ${mostPictures} at a time`);
  }
  const status = await chooseDevice(flags.device); // updates of LoRA files go to the device
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  const model = await openPipeline(folder, { scheduler: flags.scheduler, loras: flags.lora });
  if (!isSmall(model) && given.length === 0 && !entries) {
    throw new UsageError('what to draw? give a prompt');
  }
  const said = readPrompts(model, entries ? entries.map(({ name }) => name) : given);
  await writableFolder(flags.out);
  await removeLeftovers([flags.out], 10 * 60_000);
  console.error(`model: ${folder} (${model.description})`);
  const image = await startingImage(model, flags);
  const drawn =
    (prompts: readonly string[]): Drawing =>
    (more) =>
      draw(model, prompts, flags, { ...more, image }, said);
  const note = (of: readonly string[], count: number, seed = flags.seed) =>
    drawingNote(of, { ...flags, count, seed }, model.description);
  if (entries) {
    const names = entries.map((entry) => entry.name);
    return drawList(entries, flags, drawn(names), ({ name }, seed) => note([name], 1, seed));
  }
  if (flags.between !== undefined) {
    return drawBetween(given, flags, drawn(given), (count) => note(given, count));
  }
  const prompts = given.length > 0 ? given : dozenPrompts;
  await drawSheet(prompts, flags, model, drawn(prompts), (count) => note(prompts, count));
}

/** The command `generate`. */
export const generateCommand = (): Command =>
  new Command('generate')
    .description('draw pictures for prompts (without any: a grid over a dozen)')
    .argument('[prompt...]', 'what to draw, each prompt in quotes')
    .option(
      '--model <folder>',
      'a run, or a pipeline as diffusers writes it: Stable Diffusion, ... (default: the shipped weights)',
    )
    .option('--prompts <file>', 'JSON list of {"file", "name"}: one PNG for each, seed by seed')
    .option('--out <folder>', 'where pictures go', 'out')
    .option(
      '--steps <n>',
      "denoising steps (default: the model's; 20, Stable Diffusion 50)",
      wholeNumber(1, 10_000),
    )
    .option(
      '--guidance <w>',
      "how strongly to follow the prompt (default: the model's; 3, Stable Diffusion 7.5)",
      realNumber(0, 1000),
    )
    .option('--eta <x>', 'share of fresh noise (default: 0)', realNumber(0, 1))
    .option('--seed <n>', 'another seed, other pictures', wholeNumber(0))
    .option(
      '--count <n>',
      'pictures of each prompt (default: 8 of one prompt)',
      wholeNumber(1, mostPictures),
    )
    .option(
      '--between <n>',
      'also n pictures on the way from each prompt to the next, and a movie of it',
      wholeNumber(1, 100),
    )
    .option('--negative <text>', 'what pictures are to keep away from')
    .option('--size <n>', 'pixels, N or WxH (default: as trained)', pictureSize)
    .addOption(
      new Option('--scheduler <name>', "how to denoise (default: the model's)").choices(
        Object.keys(schedulerNames),
      ),
    )
    .option('--lora <file>', 'LoRA weights, FILE or FILE:SCALE (again for more)', loraFile)
    .option('--image <file>', 'a picture to start from, as far as --strength says (SDEdit)')
    .option(
      '--strength <x>',
      'how far it is noised (default: 0.6, with a mask 1)',
      realNumber(0.001, 1),
    )
    .option(
      '--again <file>',
      'draw a PNG again with what it was drawn with; options given here count before',
    )
    .option('--mask <file>', 'what is light in it is drawn anew, the rest of the picture stays')
    .addOption(deviceOption())
    .action(generateFor);
