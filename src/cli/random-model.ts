// `wgrad random-model`: a pipeline folder with random weights, for trying everything that is not the picture:
// loading, memory, speed, devices.
import { Command, InvalidArgumentError, Option } from 'commander';
import { officialClipFiles } from '../data/clip-vocabulary.ts';
import { writeRandomModel } from '../diffusion/random-model.ts';
import { type RandomPreset, randomPresets } from '../diffusion/random-model-configs.ts';
import { type Progress, progress } from '../run/progress.ts';
import { wholeNumber } from './arguments.ts';

interface RandomModelFlags {
  readonly preset: RandomPreset;
  readonly width: number;
  readonly seed: number;
}

// 0.125 or 1/8
const part = (text: string): number => {
  const [, over, under = '1'] = text.match(/^([\d.]+)(?:\/([\d.]+))?$/) ?? [];
  const value = Number(over) / Number(under);
  if (!(value >= 1 / 64 && value <= 1)) {
    throw new InvalidArgumentError('Expected a part between 1/64 and 1, as 1/8.');
  }
  return value;
};

async function write(folder: string, flags: RandomModelFlags): Promise<void> {
  let bar: Progress | undefined;
  const tokenizer = await officialClipFiles();
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  const { parameters, bytes } = await writeRandomModel(folder, {
    ...flags,
    tokenizer,
    onProgress: (name, done, total) => {
      bar ??= progress('writing', Math.ceil(total / 1e6));
      bar.update(Math[done < total ? 'floor' : 'ceil'](done / 1e6), `MB, ${name}`);
    },
  }).finally(() => bar?.stop());
  const counts = Object.entries(parameters).map(
    ([name, n]) => `${name} ${n.toLocaleString('en-US')} parameters`,
  );
  console.log(`${folder}: ${counts.join(', ')}; ${megabytes(bytes)} MB in f16, seed ${flags.seed}`);
}

/** The command `random-model`. */
export const randomModelCommand = (): Command =>
  new Command('random-model')
    .description('write a pipeline folder as diffusers does, with random weights')
    .argument('<folder>', 'a new folder')
    .addOption(
      new Option('--preset <name>', 'sd15: Stable Diffusion 1.5, sd21: 2.1, tiny: for tests')
        .choices(randomPresets)
        .default('sd15'),
    )
    .option('--width <part>', 'part of the channels of every network, as 1/8', part, 1)
    .option('--seed <n>', 'another seed, other weights', wholeNumber(0), 0)
    .action(write);
