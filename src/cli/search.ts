// `wgrad search "text" --in FOLDER`: the pictures of a folder that fit a text best.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { searchPictures } from '../clip/zero-shot.ts';
import { fitPicture } from '../io/fit-picture.ts';
import { readPicture } from '../io/image.ts';
import type { Picture } from '../io/picture.ts';
import { warn } from '../run/progress.ts';
import { UsageError } from '../run/usage-error.ts';
import type { DeviceName } from '../runtime/device.ts';
import { wholeNumber } from './arguments.ts';
import { clipModelHelp, openClip } from './clip-model.ts';
import { chooseDevice, deviceOption } from './device.ts';

interface SearchFlags {
  readonly in: string;
  readonly count: number;
  readonly model?: string;
  readonly device: DeviceName;
}

const extensions = /\.(png|jpe?g|webp|svg|gif|avif|tiff?)$/i;
const mostFiles = 100_000;

/** The picture files below a folder, by their names, in order; `option` is what named it. @throws UsageError */
export async function pictureFiles(folder: string, option = '--in '): Promise<string[]> {
  const about = await stat(folder).catch(() => undefined);
  if (!about?.isDirectory()) throw new UsageError(`${option}${folder}: no such folder`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && extensions.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  if (files.length === 0) {
    throw new UsageError(
      `${option}${folder}: no pictures there (PNG, JPEG, WebP, SVG, GIF, AVIF, TIFF)`,
    );
  }
  if (files.length > mostFiles) {
    throw new UsageError(
      `${option}${folder}: ${files.length} pictures; at most ${mostFiles} at a time`,
    );
  }
  return files;
}

async function search(text: string, flags: SearchFlags): Promise<void> {
  if (text.trim() === '') throw new UsageError('what to search for? give a text');
  const files = await pictureFiles(flags.in);
  const status = await chooseDevice(flags.device);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  const clip = await openClip(flags.model);
  const { image_size: side } = clip.model.config.vision_config;
  const pictures: Picture[] = [];
  const paths: string[] = [];
  const unread: string[] = [];
  for (const path of files) {
    try {
      pictures.push(fitPicture(await readPicture(path), side)); // small, so that many fit
      paths.push(path);
    } catch (error) {
      unread.push((error as Error).message.split('\n')[0]);
    }
  }
  warn(unread);
  if (pictures.length === 0)
    throw new UsageError(`--in ${flags.in}: none of its pictures can be read`);
  const cosines = await searchPictures(clip, pictures, text);
  const order = paths.map((path, i) => ({ path, cosine: cosines[i] }));
  for (const { path, cosine } of order.sort((a, b) => b.cosine - a.cosine).slice(0, flags.count)) {
    console.log(`${cosine.toFixed(3).padStart(6)}  ${path}`);
  }
}

/** The command `search`. */
export const searchCommand = (): Command =>
  new Command('search')
    .description('find the pictures of a folder that fit a text, by the shipped CLIP of emoji')
    .argument('<text>', 'what is looked for')
    .requiredOption('--in <folder>', 'where pictures lie, folders below included')
    .option('--count <n>', 'pictures that are told, the best first', wholeNumber(1), 10)
    .option('--model <folder>', clipModelHelp)
    .addOption(deviceOption())
    .action(search);
