// `wgrad generate` with a folder that diffusers wrote (model_index.json): Stable Diffusion 1 and 2 and what was
// made from them. One picture becomes a PNG, several a grid, a list of prompts one PNG an entry.
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import {
  openStableDiffusion,
  type SchedulerName,
  type StableDiffusion,
  type StableDiffusionProgress,
} from '../diffusion/stable-diffusion.ts';
import { grid, toPictures, writePng } from '../io/image.ts';
import { clock, type Progress, progress, warn } from '../run/progress.ts';
import { UsageError } from '../run/usage-error.ts';
import { currentDevice } from '../runtime/device.ts';
import { writePicture } from './pictures.ts';
import { shownPrompt } from './prompt-list.ts';

/** What such a model can be told. */
export interface DiffusersFlags {
  readonly out: string;
  readonly steps?: number;
  readonly guidance?: number;
  readonly negative?: string;
  readonly scheduler?: SchedulerName;
  readonly size?: readonly [width: number, height: number];
  readonly eta?: number;
  readonly seed?: number;
  readonly count?: number;
  readonly lora?: readonly Lora[];
}

/** A LoRA file and how strongly it acts. */
export interface Lora {
  readonly path: string;
  readonly scale: number;
}

const largestSide = 8192;

/** A parser of `N` and `WxH`, pixels: [width, height]. */
export const pictureSize = (text: string): [width: number, height: number] => {
  const [, width, height = width] = text.match(/^(\d+)(?:x(\d+))?$/i) ?? [];
  const [w, h] = [Number(width), Number(height)];
  if (w > largestSide || h > largestSide) {
    throw new InvalidArgumentError(`Expected at most ${largestSide} pixels a side.`);
  }
  if (!(w > 0 && h > 0)) throw new InvalidArgumentError('Expected N or WxH in pixels, as 512x768.');
  return [w, h];
};

/** A parser of `FILE` and `FILE:SCALE`, which may be given several times. */
export const loraFile = (text: string, before: readonly Lora[] = []): readonly Lora[] => {
  const [, path = text, scale = '1'] = text.match(/^(.+):(-?\d*\.?\d+)$/) ?? [];
  return [...before, { path, scale: Number(scale) }];
};

// A bar for each stage, one after the other; loading counts bytes, denoising tells seconds a step.
function stageBars(): { report(p: StableDiffusionProgress): void; stop(): void } {
  let name = '';
  let bar: Progress | undefined;
  let started = 0;
  let first = 0;
  const report = ({ stage, part, done, total }: StableDiffusionProgress): void => {
    const label = part ? `${stage} ${part}` : stage;
    const loading = stage === 'loading';
    const [unit, letters] = total < 1e7 ? [1e3, 'kB'] : [1e6, 'MB'];
    // whole units, all of them only at the end
    const units = (n: number): number =>
      loading ? Math[n < total ? 'floor' : 'ceil'](n / unit) : n;
    if (label !== name) {
      bar?.stop();
      name = label;
      bar = progress(label, units(total));
      started = performance.now();
      first = done;
    }
    const seconds = (performance.now() - started) / 1000;
    let note = loading ? letters : '';
    if (stage === 'denoising') {
      note = 'steps';
      if (done > first) {
        const each = seconds / (done - first);
        note = `steps, ${each.toPrecision(3)} s each, ${clock(each * (total - done))} left`;
      }
    }
    bar?.update(units(done), note);
  };
  return { report, stop: () => bar?.stop() };
}

async function draw(
  model: Pick<StableDiffusion, 'draw'>,
  prompts: readonly string[],
  flags: DiffusersFlags,
) {
  const bars = stageBars();
  try {
    const { images, notes } = await model.draw(prompts, {
      steps: flags.steps,
      guidance: flags.guidance,
      negative: flags.negative,
      eta: flags.eta,
      seed: flags.seed,
      count: flags.count,
      size: flags.size && [flags.size[1], flags.size[0]],
      onProgress: bars.report,
    });
    bars.stop();
    warn(notes);
    return toPictures(images);
  } finally {
    bars.stop();
  }
}

/** Opens a folder and says what it is. @throws FileError, UsageError */
export async function openDiffusersModel(
  folder: string,
  flags: DiffusersFlags & { readonly sampler?: string },
): Promise<StableDiffusion> {
  if (flags.sampler !== undefined) {
    throw new UsageError(
      `--sampler is for wgrad's own models; ${folder} takes --scheduler (such as ddim)`,
    );
  }
  const model = await openStableDiffusion(folder, {
    scheduler: flags.scheduler,
    loras: flags.lora,
  });
  const [h, w] = model.size;
  console.error(`model: ${folder} (${model.folder.className}, ${model.scheduler.name}, ${w}x${h})`);
  return model;
}

/** Pictures for prompts in one file. @param name of the file, without its ending */
export async function drawPrompts(
  model: StableDiffusion,
  prompts: readonly string[],
  name: string,
  flags: DiffusersFlags,
): Promise<void> {
  const started = performance.now();
  const pictures = await draw(model, prompts, flags);
  const path = join(flags.out, `${name}.png`);
  const count = pictures.length / prompts.length;
  const columns = prompts.length > 1 ? count : Math.min(count, 4);
  await writePng(path, pictures.length === 1 ? pictures[0] : grid(pictures, { columns }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const device = currentDevice()?.name;
  console.log(
    `${path}: ${count} x ${prompts.map(shownPrompt).join(', ')} (${seconds} s in all on ${device})`,
  );
}

const heldNumbers = 2 ** 26; // of the pictures of a part, as f32 256 MB

/**
 * A picture for each prompt in a file of its own. A long list is drawn and written in parts, so that the pictures
 * and the prompts' states of a part alone are in memory; each part loads the networks again. Picture and seed
 * belong together whatever else is drawn, so the parts do not show.
 */
export async function drawFiles(
  model: Pick<StableDiffusion, 'draw' | 'size'>,
  entries: readonly { readonly file: string; readonly name: string }[],
  flags: DiffusersFlags,
): Promise<void> {
  const [w, h] = flags.size ?? [model.size[1], model.size[0]];
  const most = Math.min(64, Math.max(1, Math.floor(heldNumbers / (3 * w * h))));
  for (let at = 0; at < entries.length; at += most) {
    const part = entries.slice(at, at + most);
    if (part.length < entries.length) {
      console.error(`pictures ${at + 1} to ${at + part.length} of ${entries.length}`);
    }
    const prompts = part.map((entry) => entry.name);
    const pictures = await draw(model, prompts, { ...flags, count: 1 });
    for (const [i, picture] of pictures.entries()) {
      await writePicture(join(flags.out, part[i].file), picture);
    }
  }
}
