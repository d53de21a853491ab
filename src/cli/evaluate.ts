// `wgrad evaluate MODEL|FOLDER --against DATA`: pictures measured against others.
import { Command, InvalidArgumentError } from 'commander';
import type { PipelineProgress } from '../diffusion/pipeline.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type MeasureName, measures } from '../evaluate/figure.ts';
import { parameterCount, weightsHash } from '../evaluate/model-facts.ts';
import { neighbourSheet } from '../evaluate/neighbour-sheet.ts';
import { drawnSet, drawnTexts, type PictureSet, type Reference } from '../evaluate/picture-set.ts';
import { chosen } from '../evaluate/rows.ts';
import { evaluationTable } from '../evaluate/table.ts';
import { writeJson } from '../io/files.ts';
import { writePng } from '../io/image.ts';
import { packageVersion } from '../run/package-files.ts';
import { clock, type Progress, progress, warn } from '../run/progress.ts';
import type { DeviceName } from '../runtime/device.ts';
import { nearest } from '../tensor/nearest.ts';
import { quote } from '../tensor/quote.ts';
import { realNumber, wholeNumber, words } from './arguments.ts';
import { chooseDevice, deviceOption } from './device.ts';
import { openNetworks } from './evaluate-networks.ts';
import {
  drawnWith,
  emojiPart,
  promptsFor,
  referenceOf,
  type Subject,
  subjectOf,
  trainedOn,
} from './evaluate-sets.ts';

interface EvaluateFlags {
  readonly against: string;
  readonly metrics?: readonly MeasureName[];
  readonly features?: string;
  readonly styles?: readonly string[];
  readonly groups?: readonly string[];
  readonly size?: number;
  readonly samples: number;
  readonly reference?: number;
  readonly prompts?: string;
  readonly steps?: number;
  readonly guidance?: number;
  readonly seed: number;
  readonly resamples: number;
  readonly json?: string;
  readonly sheet?: string;
  readonly device: DeviceName;
}

const names = Object.keys(measures) as MeasureName[];
const others: Readonly<Record<string, MeasureName>> = {
  inception: 'is',
  'clip-score': 'clip',
  memorization: 'memorisation',
};

function metricNames(text: string, before: readonly string[] = []): readonly string[] {
  return words(text, before).map((word) => {
    const name = word.toLowerCase();
    if ((names as string[]).includes(name)) return name;
    const like = others[name] ?? nearest(name, names);
    throw new InvalidArgumentError(
      `There is no ${quote(word)}${like ? `; did you mean ${like}?` : ''} There are ${names.join(', ')}.`,
    );
  });
}

/** Bars, one after the other, that tell what is left; `note` adds what is being done at the moment. */
function bars() {
  let [name, started, first, at, left] = ['', 0, 0, 0, ''];
  let bar: Progress | undefined;
  const report = (what: string, done: number, total: number): void => {
    if (what !== name) {
      bar?.stop();
      [name, started, first] = [what, performance.now(), done];
      bar = progress(what, total);
    }
    const seconds = (performance.now() - started) / 1000;
    const rest = done > first ? (seconds / (done - first)) * (total - done) : 0;
    [at, left] = [done, rest > 0 ? `${clock(rest)} left` : ''];
    bar?.update(done, left);
  };
  const note = (text: string): void => bar?.update(at, [left, text].filter(Boolean).join(', '));
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return { report, note, stop };
}

type Bars = ReturnType<typeof bars>;

// What a model drew, or what was given.
async function samplesOf(
  subject: Subject,
  reference: Reference,
  flags: EvaluateFlags,
  { report, note }: Bars,
): Promise<PictureSet> {
  if ('pictures' in subject) return subject.pictures;
  const { model, name } = subject;
  const texts = drawnTexts(await promptsFor(flags.prompts, reference), flags.samples, flags.seed);
  warn([...new Set(texts.flatMap(({ prompt }) => model.read(prompt).notes))]);
  console.error(`model: ${name} (${model.description})`);
  const { steps, guidance, seed } = flags;
  const onDone = (done: number, total: number): void => report('drawing', done, total);
  onDone(0, texts.length);
  const onProgress = ({ stage, done, total }: PipelineProgress): void =>
    note(`${stage} ${done}/${total}`);
  return drawnSet(name, model, texts, { steps, guidance, seed, onProgress }, onDone);
}

// What it takes to find the same figures again.
async function record(
  subject: Subject,
  { against, styles, groups, samples, prompts, steps, guidance }: EvaluateFlags,
  size: number,
  evaluation: Evaluation,
): Promise<object> {
  const drawing = 'model' in subject ? await drawnWith(subject.folder) : { steps: 0, guidance: 0 };
  if (steps !== undefined) drawing.steps = steps;
  if (guidance !== undefined) drawing.guidance = guidance;
  const drawn =
    'model' in subject
      ? {
          model: {
            folder: subject.folder,
            sha256: await weightsHash(subject.folder),
            parameters: await parameterCount(subject.folder),
            description: subject.model.description,
          },
          drawing: { samples, prompts, ...drawing },
        }
      : {};
  const data = { against, styles, groups, size };
  return { format: 'wgrad-evaluation', wgrad: packageVersion(), ...drawn, data, ...evaluation };
}

async function evaluateFor(what: string, flags: EvaluateFlags): Promise<void> {
  // faults of names come before any work
  for (const text of [what, flags.against]) emojiPart(text);
  const status = await chooseDevice(flags.device);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  const given = { styles: flags.styles, groups: flags.groups };
  const subject = await subjectOf(what, { ...given, size: flags.size ?? 64 });
  const choice = { ...given };
  if ('model' in subject && emojiPart(flags.against)) {
    const { styles, groups } = await trainedOn(what);
    choice.styles ??= styles;
    choice.groups ??= groups;
  }
  // pictures of a small model are compared with equally small ones
  const side = 'model' in subject ? subject.model.size[0] : 64;
  const size = flags.size ?? (64 % side === 0 ? side : 64);
  const whole = await referenceOf(flags.against, { ...choice, size });
  const { compared } = whole;
  const reference = {
    ...whole,
    compared: chosen(compared.length, flags.reference ?? compared.length, flags.seed)
      .sort((a, b) => a - b)
      .map((i) => compared[i]),
  };
  const { network, clip } = await openNetworks(flags.features);
  const shown = bars();
  try {
    const samples = await samplesOf(subject, reference, flags, shown);
    const asked =
      flags.metrics ?? names.filter((name) => samples.texts || !/^(clip|r-)/.test(name));
    const list = flags.sheet ? [...new Set([...asked, 'memorisation' as const])] : asked;
    const { resamples, seed } = flags;
    const { evaluation, memory } = await evaluate({
      ...{ samples, reference, measures: list, network, clip, resamples, seed },
      onProgress: shown.report,
    });
    shown.stop();
    console.log(evaluationTable(evaluation));
    if (flags.json) {
      await writeJson(flags.json, await record(subject, { ...flags, ...choice }, size, evaluation));
      console.log(flags.json);
    }
    if (flags.sheet && memory) {
      await writePng(flags.sheet, await neighbourSheet(samples, reference, memory));
      console.log(flags.sheet);
    }
  } finally {
    shown.stop();
    clip.dispose();
    network.dispose();
    if ('model' in subject) subject.model.dispose();
  }
}

/** The command `evaluate`. */
export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .description('measure pictures, or what a model draws, against others')
    .argument(
      '<what>',
      'a model or run that draws, a folder of pictures, a list.json with prompts beside its pictures, or emoji:held-out',
    )
    .option(
      '--against <data>',
      'emoji, emoji:train, emoji:held-out, or a folder of pictures',
      'emoji',
    )
    .option(
      '--metrics <list>',
      `some of ${names.join(', ')} (default: all that can be)`,
      metricNames,
    )
    .option(
      '--features <network>',
      'clip-b, clip-c or clip, which ship, the folder of a CLIP, or inception[:FOLDER] (default: clip-b)',
    )
    .option('--styles <list>', "styles of the emoji (default: a run's own, else all)", words)
    .option('--groups <list>', "groups of the emoji (default: a run's own, else all)", words)
    .option('--size <n>', "pixels of the emoji (default: the model's, else 64)", wholeNumber(1, 64))
    .option('--samples <n>', 'pictures that a model draws', wholeNumber(8, 100_000), 1000)
    .option(
      '--reference <n>',
      'compare with so many pictures of the data only, chosen by the seed',
      wholeNumber(8),
    )
    .option('--prompts <file>', 'a list whose prompts it draws (default: those of the emoji)')
    .option('--steps <n>', "denoising steps (default: the model's)", wholeNumber(1, 10_000))
    .option('--guidance <w>', "how strongly it follows (default: the model's)", realNumber(0, 1000))
    .option('--seed <n>', 'of drawings and of every choice', wholeNumber(0), 0)
    .option('--resamples <n>', 'of intervals', wholeNumber(10, 100_000), 200)
    .option('--json <file>', 'figures with all that is needed to find them again')
    .option('--sheet <file>', 'PNG of samples beside the training pictures nearest to them')
    .addOption(deviceOption())
    .action(evaluateFor);
