// `wgrad generate`: pictures for prompts from a model folder. A few prompts make one PNG grid and a GIF of
// the denoising; a list of prompts in a file makes one PNG an entry at the model's own size, for measuring.
// Folders of diffusers go to generate-diffusers.ts.
import { existsSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command, Option } from 'commander';
import { suggest, tokenize, type Vocabulary } from '../data/vocabulary.ts';
import {
  type GenerateOptions,
  generate,
  generateBatches,
  type Pipeline,
  promptNotes,
} from '../diffusion/pipeline.ts';
import { openPipeline, type PipelineFolder } from '../diffusion/pipeline-folder.ts';
import { schedulerNames } from '../diffusion/stable-diffusion.ts';
import { writeGif } from '../io/gif.ts';
import { grid, type ImageBatch, toPictures, writePng } from '../io/image.ts';
import type { Picture } from '../io/picture.ts';
import { writableFolder } from '../run/folder.ts';
import { removeLeftovers } from '../run/leftovers.ts';
import { packageFolder } from '../run/package-files.ts';
import { type Progress, progress, warn } from '../run/progress.ts';
import { dozenPrompts } from '../run/tasks/emoji-pictures.ts';
import { UsageError } from '../run/usage-error.ts';
import type { DeviceName } from '../runtime/device.ts';
import { quote } from '../tensor/quote.ts';
import { realNumber, wholeNumber } from './arguments.ts';
import { chooseDevice, deviceOption } from './device.ts';
import {
  type DiffusersFlags,
  drawFiles,
  drawPrompts,
  loraFile,
  openDiffusersModel,
  pictureSize,
} from './generate-diffusers.ts';
import { writePicture } from './pictures.ts';
import { type PromptEntry, promptTextFault, readPromptList, shownPrompt } from './prompt-list.ts';

const mostPictures = 1000; // of one sheet

interface GenerateFlags extends DiffusersFlags {
  readonly model?: string;
  readonly prompts?: string;
  readonly sampler?: 'ddim' | 'ddpm';
  readonly device: DeviceName;
}

const isDiffusers = (folder: string): boolean => existsSync(join(folder, 'model_index.json'));

// Options that only models of diffusers take.
function refuseDiffusersFlags(flags: GenerateFlags): void {
  for (const name of ['negative', 'scheduler', 'size', 'lora'] as const) {
    if (flags[name] === undefined) continue;
    throw new UsageError(
      `--${name} is for folders of diffusers (with model_index.json); this model has none`,
    );
  }
}

function modelFolder(given: string | undefined): string {
  const folder = given ?? packageFolder('weights', 'config.json');
  if (folder === undefined) {
    throw new UsageError(
      'the shipped model (weights/) is missing: name a folder with --model, or make one with ' +
        '`wgrad train emoji-ldm`',
    );
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`${folder}: no such model folder`);
  }
  if (isDiffusers(folder)) return folder;
  if (!existsSync(join(folder, 'config.json'))) {
    throw new UsageError(
      `${folder}: not a model folder (it has no config.json and no model_index.json)`,
    );
  }
  const unfinished = existsSync(join(folder, 'checkpoints'));
  if (unfinished && !existsSync(join(folder, 'weights.safetensors'))) {
    throw new UsageError(`${folder}: this run has no weights yet; it must train further`);
  }
  return folder;
}

/** What is wrong with a prompt, or undefined. Nothing is drawn for a prompt without a known word. */
function promptFault(vocabulary: Vocabulary, prompt: string): string | undefined {
  if (tokenize(prompt).length === 0) return `no word in the prompt ${quote(prompt)}`;
  const all = tokenize(prompt);
  if (all.some((word) => vocabulary.ids.has(word))) return undefined;
  const near = [...new Set(all.flatMap((word) => suggest(vocabulary, word)))];
  const hint = near.length > 0 ? `; did you mean ${near.slice(0, 8).join(', ')}?` : '';
  return `the model knows no word of the prompt ${quote(prompt)}${hint}`;
}

// Checks prompts before any weights are loaded, and tells what the model will not understand of them.
function checkPrompts(
  model: PipelineFolder,
  given: readonly string[],
  entries: readonly PromptEntry[],
  list: string | undefined,
): void {
  for (const prompt of given) {
    const fault = promptFault(model.vocabulary, prompt);
    if (fault) throw new UsageError(fault);
  }
  for (const [i, { name }] of entries.entries()) {
    const fault = promptFault(model.vocabulary, name);
    if (fault) throw new UsageError(`${list}: entry ${i}: ${fault}`);
  }
  const prompts = new Set([...given, ...entries.map(({ name }) => name)]);
  warn([...new Set([...prompts].flatMap((prompt) => promptNotes(model, prompt)))]);
}

const slug = (prompts: readonly string[]): string =>
  prompts.length > 1
    ? 'prompts'
    : prompts[0]
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60) || 'prompt';

const samplerOptions = (flags: GenerateFlags): GenerateOptions => ({
  steps: flags.steps,
  guidance: flags.guidance,
  sampler: flags.sampler,
  eta: flags.eta,
  seed: flags.seed,
});

// The number of steps is known at the first of them.
function denoisingBar(): { update(done: number, total: number): void; stop(): void } {
  let bar: Progress | undefined;
  return {
    update: (done, total) => {
      bar ??= progress('denoising', total);
      bar.update(done, 'steps');
    },
    stop: () => bar?.stop(),
  };
}

const movieBytes = 2 ** 27;

/** Frames of a movie in which every pixel becomes scale x scale: evenly spread ones where all would take too much. */
export function thinnedFrames(scale: number) {
  let [kept, every, seen]: [ImageBatch[], number, number] = [[], 1, 0];
  let last: ImageBatch | undefined;
  const add = (frame: ImageBatch): void => {
    last = frame;
    if (seen++ % every === 0) kept.push(frame);
    if (kept.length > 2 && kept.length * frame.data.length * scale ** 2 > movieBytes) {
      kept = kept.filter((_, i) => i % 2 === 0);
      every *= 2;
    }
  };
  const frames = (): ImageBatch[] => (last && kept.at(-1) !== last ? [...kept, last] : kept);
  return { add, frames };
}

async function drawGrid(
  pipeline: Pipeline,
  prompts: readonly string[],
  flags: GenerateFlags,
): Promise<void> {
  const count = flags.count ?? (prompts.length === 1 ? 8 : prompts.length > 8 ? 2 : 4);
  const total = prompts.length * count;
  const layout =
    prompts.length === 1
      ? { columns: Math.min(count, 4), scale: total <= 8 ? 6 : 4 }
      : { columns: count * Math.max(1, Math.floor(8 / count)), scale: 4 };
  // all pictures are in one, of which there are at most mostPictures; the movie has those of the first batch
  const { frames, add } = thinnedFrames(layout.scale);
  const bar = denoisingBar();
  const started = performance.now();
  const { images } = await generate(pipeline, prompts, {
    ...samplerOptions(flags),
    count,
    batchSize: Math.min(total, 64),
    onProgress: bar.update,
    onFrame: add,
  }).finally(() => bar.stop());
  const [path, movie] = ['png', 'gif'].map((kind) => join(flags.out, `${slug(prompts)}.${kind}`));
  const sheet = (batch: ImageBatch): Picture => grid(toPictures(batch), layout);
  await writePng(path, sheet(images));
  await writeGif(movie, frames().map(sheet), { delay: 120 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${path}: ${count} x ${prompts.map(shownPrompt).join(', ')}`);
  console.log(`${movie}: the denoising (${seconds} s in all)`);
}

// The list beside its pictures.
async function copyList(entries: readonly PromptEntry[], flags: GenerateFlags): Promise<void> {
  const list = flags.prompts as string;
  const copy = join(flags.out, basename(list));
  if (!existsSync(copy) || statSync(copy).ino !== statSync(list).ino) await copyFile(list, copy);
  console.log(`${flags.out}: ${entries.length} pictures and ${basename(list)}`);
}

async function drawList(
  pipeline: Pipeline,
  entries: readonly PromptEntry[],
  flags: GenerateFlags,
): Promise<void> {
  const prompts = entries.map((entry) => entry.name);
  const bar = denoisingBar();
  const batches = generateBatches(pipeline, prompts, {
    ...samplerOptions(flags),
    batchSize: 32,
    onProgress: bar.update,
  });
  let done = 0;
  try {
    // a batch is written before the next is drawn
    for await (const images of batches) {
      for (const picture of toPictures(images)) {
        await writePicture(join(flags.out, entries[done++].file), picture);
      }
    }
  } finally {
    bar.stop();
  }
  await copyList(entries, flags);
}

async function generateFor(given: readonly string[], flags: GenerateFlags): Promise<void> {
  if (flags.prompts !== undefined && given.length > 0) {
    throw new UsageError('give prompts either as arguments or with --prompts, not both');
  }
  if (flags.prompts !== undefined && (flags.count ?? 1) !== 1) {
    throw new UsageError('--count goes with prompts as arguments; a list names every picture');
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
  const foreign = isDiffusers(folder);
  if (foreign && given.length === 0 && !entries)
    throw new UsageError('what to draw? give a prompt');
  if (!foreign) refuseDiffusersFlags(flags);
  const opened = foreign ? undefined : await openPipeline(folder);
  if (opened) checkPrompts(opened, given, entries ?? [], flags.prompts);
  await writableFolder(flags.out);
  await removeLeftovers([flags.out], 10 * 60_000);
  const status = await chooseDevice(flags.device);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  if (!opened) {
    const model = await openDiffusersModel(folder, flags);
    if (!entries) return drawPrompts(model, given, slug(given), flags);
    await drawFiles(model, entries, flags);
    return copyList(entries, flags);
  }
  const pipeline = await opened.load();
  console.error(`model: ${folder}`);
  if (entries) return drawList(pipeline, entries, flags);
  return drawGrid(pipeline, given.length > 0 ? given : dozenPrompts, flags);
}

/** The command `generate`. */
export const generateCommand = (): Command =>
  new Command('generate')
    .description('draw pictures for prompts (without any: a grid over a dozen)')
    .argument('[prompt...]', 'what to draw, each prompt in quotes')
    .option(
      '--model <folder>',
      'a model, a finished run, or Stable Diffusion as diffusers writes it (default: the shipped weights)',
    )
    .option('--prompts <file>', 'JSON list of {"file", "name"}: one PNG for each')
    .option('--out <folder>', 'where pictures go', 'out')
    .option(
      '--steps <n>',
      'denoising steps (default: 20, ddpm 250, Stable Diffusion 50)',
      wholeNumber(1, 10_000),
    )
    .option(
      '--guidance <w>',
      'how strongly to follow the prompt (default: 3, Stable Diffusion 7.5)',
      realNumber(0, 1000),
    )
    .addOption(new Option('--sampler <name>', 'how to denoise').choices(['ddim', 'ddpm']))
    .option('--eta <x>', 'share of fresh noise (default: 0, ddpm 1)', realNumber(0, 1))
    .option('--seed <n>', 'another seed, other pictures', wholeNumber(0))
    .option(
      '--count <n>',
      'pictures of each prompt (default: 8 of one prompt)',
      wholeNumber(1, mostPictures),
    )
    .option('--negative <text>', 'Stable Diffusion: what pictures are to keep away from')
    .option('--size <n>', 'Stable Diffusion: pixels, N or WxH (default: as trained)', pictureSize)
    .addOption(
      new Option(
        '--scheduler <name>',
        "Stable Diffusion: how to denoise (default: the folder's)",
      ).choices(Object.keys(schedulerNames)),
    )
    .option(
      '--lora <file>',
      'Stable Diffusion: LoRA weights, FILE or FILE:SCALE (again for more)',
      loraFile,
    )
    .addOption(deviceOption())
    .action(generateFor);
