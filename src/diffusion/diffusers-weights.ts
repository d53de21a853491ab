// Between weight files and trees of parameters: which stored tensor belongs to which leaf, checked by names
// and shapes before any value is read; reading one tensor at a time onto the device; and writing trees back
// into the places they came from.

import type { FilePart } from '../io/files.ts';
import type { WeightFile, WeightPlace, Weights } from '../io/opened-weights.ts';
import { encodeValues } from '../io/safetensors.ts';
import { checkFinite, rewrittenFile, weightValues } from '../io/weights.ts';
import { type StateEntry, stateEntries, stateFaults } from '../nn/state-dict.ts';
import { cellOf, realize } from '../runtime/evaluate.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import { transpose } from '../tensor/ops/views.ts';
import { formatShape, sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leavesWithPaths, map } from '../tensor/tree.ts';

/** A leaf of a model's parameters with its name and layout in files, and where it is stored. */
export interface PartEntry extends StateEntry {
  readonly place: WeightPlace;
}

/** How weights are loaded. */
export interface LoadOptions {
  /** Element type on the device: 'f32' (default), or 'f16' for half the memory. */
  readonly dtype?: 'f32' | 'f16';
  /** Told after every tensor: bytes of files read so far, and in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

const floats = ['F64', 'F32', 'F16', 'BF16'];

/**
 * The stored tensor of every leaf of `template`. @param rename today's name of a stored tensor, undefined
 * for those to pass over. @throws FileError naming what is missing, surplus, of another shape, not a float
 */
export function matchWeights(
  template: unknown,
  weights: Weights,
  what: string,
  rename: (name: string) => string | undefined = (name) => name,
): PartEntry[] {
  const places = new Map<string, WeightPlace>();
  for (const place of weights.tensors.values()) {
    const { name, dtype } = place.entry;
    const today = rename(name);
    if (today === undefined) continue;
    const other = places.get(today);
    if (other) {
      throw new FileError(
        `${weights.path}: ${other.entry.name} and ${name} are two names of one tensor (${today})`,
      );
    }
    if (!floats.includes(dtype)) {
      throw new FileError(`${place.file.path}: tensor ${name} is ${dtype}, but weights are floats`);
    }
    places.set(today, place);
  }
  const entries = stateEntries(template);
  const shapes = new Map([...places].map(([name, { entry }]) => [name, entry.shape]));
  const faults = stateFaults(entries, shapes);
  if (faults) throw new FileError(`${weights.path}: does not fit ${what}; ${faults}`);
  return entries.map((e) => ({ ...e, place: places.get(e.name) as WeightPlace }));
}

// Where a loaded tensor came from: as long as it is the same tensor, its bytes can be copied.
const origins = new WeakMap<Tensor, WeightPlace>();

/** The tree of `template` with stored values, read one tensor at a time. @throws FileError on NaN weights */
export async function loadWeights<P>(
  template: P,
  entries: readonly PartEntry[],
  weights: Weights,
  options: LoadOptions = {},
): Promise<P> {
  const { dtype = 'f32', onProgress } = options;
  const byPlace = new Map(entries.map((e) => [e.place.entry.name, e]));
  const total = entries.reduce((n, { place: { entry } }) => n + entry.end - entry.begin, 0);
  const loaded = new Map<string, Tensor>();
  let done = 0;
  try {
    const how = (name: string) => {
      const e = byPlace.get(name);
      return e && { axes: e.axes, dtype };
    };
    for await (const { entry, value } of weightValues(weights, how)) {
      const { path, place } = byPlace.get(entry.name) as PartEntry;
      value.label = path;
      loaded.set(path, value);
      origins.set(value, place);
      cellOf(value); // hands the values to the device,
      await realize(value); // which lets go of those on the host
      done += entry.end - entry.begin;
      onProgress?.(done, total);
    }
  } catch (error) {
    for (const t of loaded.values()) t.dispose();
    throw error;
  }
  return map(template, (_, path) => loaded.get(path) as Tensor) as P;
}

// A leaf's values as the file stores them.
async function storedBytes(
  t: Tensor,
  { axes, place }: PartEntry,
  target: string,
): Promise<Uint8Array> {
  const turned = axes
    ? transpose(
        t,
        axes.map((_, i) => axes.indexOf(i)),
      )
    : t;
  const values = await turned.data();
  if (turned !== t) turned.dispose();
  const bytes = encodeValues(values, place.entry.dtype);
  checkFinite(place.entry, bytes, target);
  return bytes;
}

/**
 * Weight files with a tree's values in the places of the old ones, as (file, bytes) pairs; bytes come piece
 * by piece. Leaves that are still the loaded tensors are copied, so they keep every bit whatever dtype they
 * were loaded in; others are rounded to the stored dtype. @param target folder, for errors
 * @throws ShapeError if the tree has other leaves or shapes than the files
 * @throws FileError for values that are NaN, infinite or beyond the stored dtype
 */
export function writtenWeights(
  params: unknown,
  entries: readonly PartEntry[],
  weights: Weights,
  target: string,
): { file: WeightFile; bytes: AsyncIterable<FilePart>; changed: boolean }[] {
  const leaves = new Map(leavesWithPaths(params));
  const byStored = new Map<string, PartEntry>();
  for (const e of entries) {
    const shape = e.axes ? e.axes.map((axis) => e.shape[axis]) : e.shape;
    const leaf = leaves.get(e.path);
    if (!leaf || !sameShape(leaf.shape, shape)) {
      throw new ShapeError(
        `${target}: parameter ${e.path} is ${leaf ?? 'missing'}; the files hold ${formatShape(shape)}`,
      );
    }
    if (origins.get(leaf) !== e.place) byStored.set(e.place.entry.name, e);
  }
  if (leaves.size > entries.length) {
    const known = new Set(entries.map((e) => e.path));
    const other = [...leaves.keys()].find((path) => !known.has(path));
    throw new ShapeError(`${target}: parameter ${other} has no place in ${weights.path}`);
  }
  return weights.files.map((file) => ({
    file,
    changed: file.header.entries.some((e) => byStored.has(e.name)),
    bytes: rewrittenFile(file, (stored) => {
      const e = byStored.get(stored.name);
      return e && storedBytes(leaves.get(e.path) as Tensor, e, target);
    }),
  }));
}
