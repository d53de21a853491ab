// `wgrad classify PICTURE --labels "apple,pear"`: what a picture shows, of some labels.
import { Command } from 'commander';
import { classifyPictures } from '../clip/zero-shot.ts';
import { readPicture } from '../io/image.ts';
import type { Picture } from '../io/picture.ts';
import { UsageError } from '../run/usage-error.ts';
import type { DeviceName } from '../runtime/device.ts';
import { words } from './arguments.ts';
import { clipModelHelp, openClip } from './clip-model.ts';
import { chooseDevice, deviceOption } from './device.ts';

interface ClassifyFlags {
  readonly labels: readonly string[];
  readonly template?: readonly string[];
  readonly model?: string;
  readonly device: DeviceName;
}

const sentence = (text: string, before: readonly string[] = []): readonly string[] => {
  if (!text.includes('{}')) {
    throw new UsageError(`--template "${text}": has no {} where the label goes`);
  }
  return [...before, text];
};

async function classify(paths: readonly string[], flags: ClassifyFlags): Promise<void> {
  const { labels, template } = flags;
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) throw new UsageError(`--labels: "${twice}" is given twice`);
  const pictures: Picture[] = [];
  for (const path of paths) pictures.push(await readPicture(path)); // faults come before any work
  const status = await chooseDevice(flags.device);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  const found = await classifyPictures(
    await openClip(flags.model),
    pictures,
    labels,
    ...(template ? [template] : []),
  );
  for (const [i, path] of paths.entries()) {
    if (paths.length > 1) console.log(path);
    const order = labels.map((label, k) => ({ label, share: found[i][k] }));
    for (const { label, share } of order.sort((a, b) => b.share - a.share)) {
      console.log(`${(100 * share).toFixed(1).padStart(5)} %  ${label}`);
    }
  }
}

/** The command `classify`. */
export const classifyCommand = (): Command =>
  new Command('classify')
    .description('say which of some labels a picture shows, by the shipped CLIP of emoji')
    .argument('<picture...>', 'PNG, JPEG, WebP, SVG or another picture, of any size')
    .requiredOption('--labels <list>', 'labels separated by commas, as "apple,pear"', words)
    .option(
      '--template <text>',
      'sentence around a label, as "a drawing of {}"; repeatable',
      sentence,
    )
    .option('--model <folder>', clipModelHelp)
    .addOption(deviceOption())
    .action(classify);
