// What identifies a folder with a model: the hash of its weights, and how many parameters these are.

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openFile } from '../io/files.ts';
import { sha256 } from '../io/sha256.ts';
import { openWeightFile } from '../io/weights.ts';
import { FileError } from '../tensor/errors.ts';
import { sizeOf } from '../tensor/shape.ts';

const block = 2 ** 24; // bytes

// A pipeline's folder (model_index.json) has its weights in folders below; every other model beside its config.json.
// In the order of their paths, whatever the file system's is.
async function weightFiles(folder: string): Promise<string[]> {
  const isPipeline = existsSync(join(folder, 'model_index.json'));
  const entries = await readdir(folder, { recursive: isPipeline, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.safetensors'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !isPipeline || dirname(path) !== join(folder))
    .sort();
  if (files.length === 0) throw new FileError(`${folder}: no weights (*.safetensors) in it`);
  return files;
}

/** SHA-256 of files, one after the other. @throws FileError */
export async function filesHash(paths: readonly string[]): Promise<string> {
  const sum = sha256();
  for (const path of paths) {
    const file = await openFile(path);
    try {
      for (let at = 0; at < file.size; at += block) {
        sum.update(await file.read(at, Math.min(at + block, file.size)));
      }
    } finally {
      await file.close();
    }
  }
  return sum.digest();
}

/** SHA-256 of all weights of a model's folder. @throws FileError */
export const weightsHash = async (folder: string): Promise<string> =>
  filesHash(await weightFiles(folder));

/** How many numbers these weights hold, from their headers. @throws FileError */
export async function parameterCount(folder: string): Promise<number> {
  let total = 0;
  for (const path of await weightFiles(folder)) {
    const { header } = await openWeightFile(path);
    total += header.entries.reduce((n, { shape }) => n + sizeOf(shape), 0);
  }
  return total;
}
