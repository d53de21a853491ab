// `wgrad train emoji-ldm`: the autoencoder, then latents of every picture, then U-Net and prompt model
// together; see src/diffusion/train.ts for what a step is. A run is a folder that can be stopped at any
// moment (Ctrl-C, kill -9) and resumed to the same numbers, and that `wgrad generate` reads in the end.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { withMirrored } from '../data/augment.ts';
import { loadEmoji, selectEmoji } from '../data/emoji.ts';
import type { EmojiSet } from '../data/emoji-set.ts';
import { buildVocabulary, type Vocabulary } from '../data/vocabulary.ts';
import { type AutoencoderParams, autoencoder } from '../diffusion/autoencoder.ts';
import { encodeLatents, type Latents } from '../diffusion/latents.ts';
import type { Pipeline, PipelineConfig } from '../diffusion/pipeline.ts';
import { savePipeline } from '../diffusion/pipeline-folder.ts';
import {
  type DiffusionParams,
  initAutoencoder,
  initDiffusion,
  trainAutoencoder,
  trainDiffusion,
} from '../diffusion/train.ts';
import { bestParams, type TrainState } from '../diffusion/trainer.ts';
import { loadCheckpoint } from '../io/checkpoint.ts';
import { formatBytes, readJson, writeJson } from '../io/files.ts';
import type { DeviceName } from '../runtime/device.ts';
import { leaves } from '../tensor/tree.ts';
import { realNumber, UsageError, wholeNumber, words } from './arguments.ts';
import { soundCheckpoint } from './checkpoints.ts';
import { chooseDevice, deviceOption } from './device.ts';
import { removeLeftovers } from './leftovers.ts';
import { reconstructionGrid, sampleGrid, showcasePrompts } from './pictures.ts';
import { writeReport } from './report.ts';
import { checkRun, defaultRun, largestBatch, merge, type RunConfig } from './run-config.ts';
import { checkpointFile, cutMetrics, gridFile, type Stage, writableFolder } from './run-folder.ts';
import { lockRun } from './run-lock.ts';
import { checkDescription, refuseChanges, savedRun } from './run-resume.ts';
import {
  Interrupted,
  loadState,
  runStage,
  type Saved,
  type StopSignal,
  saveState,
  stopSignal,
} from './train-loop.ts';

interface TrainFlags {
  readonly out: string;
  readonly groups?: readonly string[];
  readonly styles?: readonly string[];
  readonly aeSteps?: number;
  readonly steps?: number;
  readonly batch?: number;
  readonly lr?: number;
  readonly seed?: number;
  readonly precision?: 'f32' | 'f16';
  readonly device: DeviceName;
  readonly checkpointEvery: number;
  readonly sampleEvery: number;
  readonly resume?: boolean;
  readonly config?: string;
  readonly autoencoder?: string;
}

// The configuration that options and a file ask for, over `base`.
async function asked(base: RunConfig, flags: TrainFlags): Promise<RunConfig> {
  const { groups, styles, seed, precision } = flags;
  const file = flags.config === undefined ? undefined : await readJson(flags.config);
  return merge(
    merge(base, file, flags.config ?? 'defaults'),
    {
      groups,
      styles,
      autoencoder: { steps: flags.aeSteps, seed, precision },
      diffusion: {
        steps: flags.steps,
        batchSize: flags.batch,
        learningRate: flags.lr,
        seed,
        precision,
      },
    },
    'options',
  );
}

async function configure(flags: TrainFlags): Promise<RunConfig> {
  if (!flags.resume) {
    const config = await asked(defaultRun, flags);
    checkRun(config, flags.config);
    return config;
  }
  const run = await savedRun(flags.out);
  refuseChanges(run, await asked(run, flags));
  return run;
}

/** What both stages of a run know. */
interface Run {
  readonly config: RunConfig;
  readonly flags: TrainFlags;
  readonly folder: string;
  readonly set: EmojiSet;
  readonly stop: StopSignal;
}

const stageOf = ({ config, flags, folder, stop }: Run, stage: Stage) => ({
  stage,
  folder,
  stop,
  steps: config[stage].steps,
  batchSize: config[stage].batchSize,
  reportEvery: config.reportEvery,
  checkpointEvery: flags.checkpointEvery,
  sampleEvery: flags.sampleEvery,
});

async function firstStage(run: Run): Promise<Saved<AutoencoderParams>> {
  const { config, folder, set, flags } = run;
  const path = checkpointFile(folder, 'autoencoder');
  const model = config.models.autoencoder;
  const options = config.autoencoder;
  const fresh = () => initAutoencoder(options, model);
  const other = flags.autoencoder && checkpointFile(flags.autoencoder, 'autoencoder');
  if (other && !existsSync(path)) {
    if (!existsSync(other)) throw new UsageError(`--autoencoder: no ${other}`);
    // the optimizer's state is done with, and may be that of another precision
    const { params, ema, ...rest } = await fresh();
    const { tree } = await loadCheckpoint(other, { params, ema }, { surplus: true });
    await saveState(folder, 'autoencoder', { ...rest, ...tree, step: options.steps }, 0);
  }
  const saved = await loadState(path, await fresh(), options.steps);
  if (saved && saved.state.step >= options.steps) return saved;
  return runStage<AutoencoderParams>(
    {
      ...stageOf(run, 'autoencoder'),
      secondsBefore: saved?.seconds ?? 0,
      train: (state) =>
        trainAutoencoder({ config: model, set, options, state, reportEvery: config.reportEvery }),
      sample: async (state) => {
        const file = gridFile(folder, 'autoencoder', state.step);
        const psnr = await reconstructionGrid(file, model, bestParams(state), set);
        return `${file}: reconstructions, ${psnr.toFixed(2)} dB`;
      },
    },
    saved?.state ?? (await fresh()),
  );
}

interface SecondStage {
  readonly config: PipelineConfig;
  readonly latents: Latents;
  readonly autoencoder: AutoencoderParams;
  readonly vocabulary: Vocabulary;
  readonly secondsBefore: number;
  /** Pictures in the order of the latents. */
  readonly mirrored: EmojiSet;
}

async function secondStage(run: Run, parts: SecondStage): Promise<Saved<DiffusionParams>> {
  const { config, folder, set } = run;
  const { latents, vocabulary } = parts;
  const options = config.diffusion;
  const fresh = () => initDiffusion(parts.config, options);
  const saved = await loadState(checkpointFile(folder, 'diffusion'), await fresh(), options.steps);
  const prompts = showcasePrompts(vocabulary, set);
  const pipeline = (state: TrainState<DiffusionParams>): Pipeline => ({
    config: parts.config,
    vocabulary,
    params: { autoencoder: parts.autoencoder, latents: latents.scale, ...bestParams(state) },
  });
  if (saved && saved.state.step >= options.steps) {
    await savePipeline(folder, pipeline(saved.state));
    return saved;
  }
  return runStage<DiffusionParams>(
    {
      ...stageOf(run, 'diffusion'),
      secondsBefore: saved?.seconds ?? parts.secondsBefore,
      train: (state) =>
        trainDiffusion({
          config: parts.config,
          latents,
          records: parts.mirrored.records,
          vocabulary,
          options,
          state,
          reportEvery: config.reportEvery,
        }),
      sample: async (state) => {
        const file = gridFile(folder, 'diffusion', state.step);
        await sampleGrid(file, pipeline(state), prompts);
        return `${file}: ${prompts.join(', ')}`;
      },
      onCheckpoint: (state) => savePipeline(folder, pipeline(state)),
    },
    saved?.state ?? (await fresh()),
  );
}

const say = (line: string): void => console.error(line);

async function trainRun(flags: TrainFlags): Promise<void> {
  const folder = flags.out;
  const config = await configure(flags); // faults of the configuration come before any work
  const status = await chooseDevice(flags.device);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  const { groups, styles } = config;
  const set = selectEmoji(await loadEmoji(), { groups, styles, splits: ['train'] });
  const refuseExisting = (): void => {
    if (flags.resume || !existsSync(join(folder, 'config.json'))) return;
    throw new UsageError(`${folder}: there is a run already; add --resume or choose another --out`);
  };
  refuseExisting();
  await writableFolder(folder);
  const lock = await lockRun(folder, say);
  try {
    refuseExisting(); // nobody can have been quicker any more
    await lockedRun(flags, config, set);
  } finally {
    lock.release();
  }
}

// Everything of a run's folder is this process's own here.
async function openFolder(run: Run, pipeline: PipelineConfig): Promise<void> {
  const { config, flags, folder } = run;
  const below = ['checkpoints', 'grids'].map((name) => join(folder, name));
  for (const path of below) await mkdir(path, { recursive: true });
  const { files, bytes } = await removeLeftovers([folder, ...below]);
  if (files > 0)
    say(`${folder}: removed ${files} files of killed processes (${formatBytes(bytes)})`);
  if (!flags.resume) {
    const description = { format: 'wgrad-latent-diffusion', version: 1, ...pipeline };
    return writeJson(join(folder, 'config.json'), description);
  }
  await checkDescription(folder, pipeline);
  const sound = async (stage: Stage): Promise<number> =>
    (await soundCheckpoint(folder, stage, config[stage].steps, say))?.step ?? 0;
  const steps = { autoencoder: await sound('autoencoder'), diffusion: await sound('diffusion') };
  await cutMetrics(folder, steps);
}

async function lockedRun(flags: TrainFlags, config: RunConfig, set: EmojiSet): Promise<void> {
  const folder = flags.out;
  const { styles, models } = config;
  const vocabulary = buildVocabulary(set.records);
  const concepts = new Set(set.records.map((record) => record.hexcode)).size;
  say(
    `data: ${set.records.length} pictures of ${concepts} concepts in ${styles.length} styles, ` +
      `${vocabulary.words.length} words`,
  );
  const side = 32 / 2 ** (models.autoencoder.channels.length - 1);
  const pipelineConfig: PipelineConfig = {
    autoencoder: models.autoencoder,
    unet: models.unet,
    prompt: { ...models.prompt, vocabulary: vocabulary.words.length },
    prediction: 'v',
    latentSize: [side, side],
    training: { command: process.argv.slice(2), run: config },
  };
  const run: Run = { config, flags, folder, set, stop: stopSignal() };
  try {
    await openFolder(run, pipelineConfig);
    const first = await firstStage(run);
    const params = bestParams(first.state);
    for (const t of leaves(first.state.opt)) t.dispose();
    const mirrored = withMirrored(set);
    const latents = await encodeLatents(autoencoder(models.autoencoder), params, mirrored);
    const { seconds } = await secondStage(run, {
      config: pipelineConfig,
      latents,
      autoencoder: params,
      vocabulary,
      secondsBefore: first.seconds,
      mirrored,
    });
    await writeReport(folder, config, seconds);
    say(`done: ${folder} (report.html shows curves and grids)`);
    say(`next: wgrad generate "red apple" --model ${folder}`);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    say(`${error.message}; go on with: wgrad train emoji-ldm --out ${folder} --resume`);
    process.exitCode = run.stop.exitCode;
  } finally {
    run.stop.release();
  }
}

/** The command `train`. */
export const trainCommand = (): Command =>
  new Command('train')
    .description('train a text-to-image model on the emoji data set')
    .argument('<model>', 'which model: emoji-ldm')
    .option('--out <folder>', 'folder of the run', 'runs/emoji-ldm')
    .option('--groups <names>', `groups of emoji (default: ${defaultRun.groups})`, words)
    .option('--styles <names>', `styles of drawing (default: ${defaultRun.styles})`, words)
    .option('--ae-steps <n>', 'steps of the autoencoder', wholeNumber(1, 1e9))
    .option('--steps <n>', 'steps of the diffusion model', wholeNumber(1, 1e9))
    .option('--batch <n>', 'batch size of the diffusion model', wholeNumber(1, largestBatch))
    .option('--lr <rate>', 'highest learning rate of the diffusion model', realNumber(1e-9, 1e3))
    .option('--seed <n>', 'determines everything random', wholeNumber(0))
    .addOption(
      new Option('--precision <type>', 'of the forward and backward pass (default: f32)').choices([
        'f32',
        'f16',
      ]),
    )
    .addOption(deviceOption())
    .option('--checkpoint-every <n>', 'steps between checkpoints', wholeNumber(1), 200)
    .option('--sample-every <n>', 'steps between sample grids', wholeNumber(1), 250)
    .option('--autoencoder <run>', 'take the trained autoencoder of another run')
    .option('--config <file>', 'JSON with any part of the configuration')
    .option('--resume', 'go on with a run that was stopped')
    .action(async (model: string, flags: TrainFlags) => {
      if (model !== 'emoji-ldm') {
        throw new UsageError(`there is no model "${model}" to train; there is emoji-ldm`);
      }
      await trainRun(flags);
    });
