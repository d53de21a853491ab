// Pictures as batches for a network.

import type { Picture } from '../io/picture.ts';
import { tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Rows } from './rows.ts';

/** Pictures by number, read when they are needed. */
export interface Pictures {
  readonly count: number;
  picture(index: number): Picture | Promise<Picture>;
}

/** Told how many of how many are done. */
export type OnDone = (done: number, total: number) => void;

/** Rows that are still to be filled. */
export const emptyRows = (count: number, dim: number): Rows => ({
  ...{ values: new Float32Array(count * dim), count, dim },
});

/** Pictures of a side as a network takes them. */
export interface Input {
  readonly side: number;
  /** Pictures together; the last batch is filled up with zeros. */
  readonly batch: number;
  /** A picture as [side, side, 3]. */
  read(picture: Picture): ArrayLike<number>;
}

/**
 * Fills rows with what a network gives for each picture: `run` takes [batch, side, side, 3] and gives [batch, dim] for each
 * of the rows. No more than a batch of pictures is held.
 */
export async function fillRows(
  { count, picture }: Pictures,
  { side, batch, read }: Input,
  run: (images: Tensor) => readonly Tensor[],
  rows: readonly Rows[],
  onDone?: OnDone,
): Promise<void> {
  for (let first = 0; first < count; first += batch) {
    const real = Math.min(batch, count - first);
    const values = new Float32Array(batch * side * side * 3);
    for (let i = 0; i < real; i++) values.set(read(await picture(first + i)), i * side * side * 3);
    const images = tensor(values, { shape: [batch, side, side, 3] });
    for (const [k, found] of run(images).entries()) {
      const all = (await found.data()) as Float32Array;
      rows[k].values.set(all.subarray(0, real * rows[k].dim), first * rows[k].dim);
      found.dispose();
    }
    images.dispose();
    onDone?.(first + real, count);
  }
}
