// The networks of a pipeline on the device: each is loaded when asked for, with the updates of LoRA files added, and
// freed when the work with it is done, unless it is to be kept.
import { applyLora } from '../nn/lora.ts';
import { realize } from '../runtime/evaluate.ts';
import { leaves } from '../tensor/tree.ts';
import type { DiffusersPart } from './diffusers-folder.ts';
import type { LoraParts } from './lora-file.ts';
import type { PipelineProgress } from './pipeline.ts';

/** Frees tensors that have a value. */
export const free = (...trees: unknown[]): void => {
  for (const t of leaves(trees)) if (t.storage) t.dispose();
};

// The largest network whose weights are kept in f32 where nothing is said, and the largest that is kept between calls.
const mostBytes = 2 ** 31;
const smallBytes = 2 ** 26;

// in f32
const bytesOf = (part: DiffusersPart): number =>
  part.entries.reduce((n, e) => n + 4 * e.shape.reduce((a, b) => a * b, 1), 0);

function storedType(part: DiffusersPart): { dtype: 'f16' | 'f32'; note?: string } {
  const types = new Set(part.entries.map((e) => e.place.entry.dtype));
  if (types.size === 1 && types.has('F16')) return { dtype: 'f16' };
  const bytes = bytesOf(part);
  if (bytes <= mostBytes) return { dtype: 'f32' };
  const gigabytes = (bytes / 1e9).toFixed(1);
  return {
    dtype: 'f16',
    note: `weights of ${part.name} are rounded to f16; in f32 they would take ${gigabytes} GB`,
  };
}

/** Told how far the work is. */
export type Report = (progress: PipelineProgress) => void;

/** Updates of a LoRA file. */
export interface Updates {
  readonly parts: LoraParts;
  readonly scale: number;
}

// Weights with the updates of files added, in the weights' own type. What was replaced is freed.
async function withUpdates<P>(part: string, loaded: P, loras: readonly Updates[]): Promise<P> {
  let params = loaded;
  for (const { parts, scale } of loras) {
    const own = parts[part];
    if (!own) continue;
    const merged = applyLora(params, own, scale);
    await realize(merged);
    const kept = new Set(leaves(merged));
    free(leaves(params).filter((t) => !kept.has(t)));
    params = merged;
  }
  return params;
}

/** How networks are kept. */
export interface ShelfOptions {
  /** Element type of weights on the device; default: what `storedType` finds. */
  readonly dtype?: 'f16' | 'f32';
  /** Keep networks between calls; default those of at most 64 MB. */
  readonly keep?: boolean;
}

/** Networks by the names of their parts; `notes` are on weights that were rounded. */
export function createShelf(options: ShelfOptions, loras: readonly Updates[]) {
  const kept = new Map<string, unknown>();
  const notes = new Set<string>();
  const use = async <P, R>(
    part: { readonly name: string; load: DiffusersPart['load'] },
    report: Report,
    work: (params: P) => Promise<R>,
  ): Promise<R> => {
    const keep = options.keep ?? bytesOf(part as DiffusersPart) <= smallBytes;
    let params = kept.get(part.name) as P | undefined;
    if (params === undefined) {
      const standard = storedType(part as DiffusersPart);
      const dtype = options.dtype ?? standard.dtype;
      if (standard.note && !options.dtype) notes.add(standard.note);
      const loaded = await part.load({
        dtype,
        onProgress: (done, total) => report({ stage: 'loading', part: part.name, done, total }),
      });
      params = await withUpdates(part.name, loaded as P, loras);
      if (keep) kept.set(part.name, params);
    }
    try {
      return await work(params);
    } finally {
      if (!keep) free(params);
    }
  };
  const dispose = (): void => {
    free([...kept.values()]);
    kept.clear();
    free(loras.map(({ parts }) => parts));
  };
  return { use, notes, dispose };
}
