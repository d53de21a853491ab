// Writing a pipeline back as diffusers wrote it: weights go into the places they came from, with the same
// file names, shards, element types and headers, and every other file is copied. What was not changed comes
// out byte by byte.

import {
  type FilePart,
  type FileSystem,
  fileError,
  openFile,
  writeFileSafely,
} from '../io/files.ts';
import type { WeightFile } from '../io/opened-weights.ts';
import { checkUnchanged } from '../io/weights.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import type { DiffusersPipeline } from './diffusers-folder.ts';
import { writtenWeights } from './diffusers-weights.ts';

const block = 8 << 20;

async function* bytesOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await openFile(path);
  try {
    for (let at = 0; at < file.size; at += block) {
      yield await file.read(at, Math.min(at + block, file.size));
    }
  } finally {
    await file.close();
  }
}

/** Paths of all files below a folder, relative to it, without hidden ones. */
async function filesBelow(folder: string, below = ''): Promise<string[]> {
  const fs = await import('node:fs/promises');
  const out: string[] = [];
  for (const name of (await fs.readdir(`${folder}/${below}`)).sort()) {
    if (name.startsWith('.')) continue;
    const path = `${below}${name}`;
    const stat = await fs.stat(`${folder}/${path}`); // of what a link points to
    if (stat.isDirectory()) out.push(...(await filesBelow(folder, `${path}/`)));
    else if (stat.isFile()) out.push(path);
  }
  return out;
}

const isWeightFile = (path: string): boolean =>
  /\.(safetensors|bin|pt|ckpt|msgpack|h5)$|\.index\.([\w-]+\.)?json$/.test(path);

const saveDiffusersArgs = is.signature(
  'diffusion.saveDiffusers',
  ['target', is.string],
  [
    'pipeline',
    is.fields({
      folder: is.record('a diffusers folder', 'folder', 'index', 'className', 'parts'),
      params: is.object,
    }),
  ],
  [
    'fileSystem',
    is.optional(is.methods('a file system', 'create', 'rename', 'remove', 'syncFolder')),
  ],
);

/**
 * Writes a pipeline into a folder (made if need be), each file all or nothing, model_index.json last.
 * Parts without an entry in `params` keep their weights. Of a part whose weights were changed, files that
 * hold the old weights in other forms (variants, pickles) are left out.
 * After saving into the folder itself, open it again before the next time.
 * @throws FileError, and ShapeError if parameters do not have the shapes of the files
 */
export async function saveDiffusers(
  target: string,
  pipeline: DiffusersPipeline,
  fileSystem?: FileSystem,
): Promise<void> {
  saveDiffusersArgs(target, pipeline, fileSystem);
  const { folder: opened, params } = pipeline;
  const fs = await import('node:fs/promises');
  const { resolve, sep } = await import('node:path');
  const { folder } = opened;
  if (resolve(target).startsWith(resolve(folder) + sep)) {
    throw new FileError(`${target}: lies within the folder that is copied, ${folder}`);
  }
  type Written = { file: WeightFile; bytes: AsyncIterable<FilePart>; changed: boolean };
  const written = new Map<string, Written>();
  const stale = new Set<string>();
  for (const [name, tree] of Object.entries(params)) {
    const part = Object.hasOwn(opened.parts, name) ? opened.parts[name] : undefined;
    if (!part) throw new FileError(`${target}: the pipeline of ${folder} has no part ${name}`);
    const to = `${target}/${name}`;
    for (const one of writtenWeights(tree, part.entries, part.weights, to)) {
      await checkUnchanged(one.file);
      if (one.changed) stale.add(name);
      written.set(one.file.path, one);
    }
  }
  try {
    await fs.mkdir(target, { recursive: true });
    const inPlace = (await fs.realpath(target)) === (await fs.realpath(folder));
    const paths = await filesBelow(folder);
    const last = (path: string): number => +(path === 'model_index.json');
    for (const path of paths.sort((a, b) => last(a) - last(b))) {
      const from = `${folder}/${path}`;
      const own = written.get(from);
      if (inPlace && !own?.changed) continue;
      const [part] = path.split('/');
      const index = opened.parts[part]?.weights.path;
      if (!own && from !== index && stale.has(part) && isWeightFile(path)) continue;
      await fs.mkdir(`${target}/${path}`.replace(/\/[^/]*$/, ''), { recursive: true });
      await writeFileSafely(`${target}/${path}`, own?.bytes ?? bytesOf(from), fileSystem);
    }
  } catch (error) {
    throw fileError(target, error);
  }
}
