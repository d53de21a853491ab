// The frames of a movie of the denoising.
import type { ImageBatch } from '../io/image.ts';

const movieBytes = 2 ** 27;

/** Frames of a movie in which every pixel becomes scale x scale: evenly spread ones where all would take too much. */
export function thinnedFrames(scale: number) {
  let [kept, every, seen]: [ImageBatch[], number, number] = [[], 1, 0];
  let last: ImageBatch | undefined;
  const add = (frame: ImageBatch): void => {
    last = frame;
    if (seen++ % every === 0) kept.push(frame);
    if (kept.length > 2 && kept.length * frame.data.length * scale ** 2 > movieBytes) {
      kept = kept.filter((_, i) => i % 2 === 0);
      every *= 2;
    }
  };
  const frames = (): ImageBatch[] => (last && kept.at(-1) !== last ? [...kept, last] : kept);
  return { add, frames };
}
