// What the command line accepts: numbers with their bounds and words out of a list. Each parser says
// what is wrong in one line; commander puts the option's name in front and ends with exit code 1.
import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers between two bounds (inclusive). */
export const wholeNumber =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least || value > most) {
      const upTo = most < Number.MAX_SAFE_INTEGER ? ` and at most ${most}` : '';
      throw new InvalidArgumentError(`Expected a whole number of at least ${least}${upTo}.`);
    }
    return value;
  };

/** A parser of finite numbers between two bounds (inclusive). */
export const realNumber =
  (least: number, most = Number.POSITIVE_INFINITY) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most) {
      const upTo = Number.isFinite(most) ? ` and at most ${most}` : '';
      throw new InvalidArgumentError(`Expected a number of at least ${least}${upTo}.`);
    }
    return value;
  };

/** A parser of comma-separated words, which may also be given by repeating the option. */
export const words = (text: string, before: readonly string[] = []): readonly string[] => {
  const list = text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  if (list.length > 1000) throw new InvalidArgumentError('Expected fewer names.');
  if (list.length === 0) throw new InvalidArgumentError('Expected names separated by commas.');
  return [...before, ...list];
};

/** A LoRA file and how strongly it acts. */
export interface Lora {
  readonly path: string;
  readonly scale: number;
}

const largestSide = 8192;

/** A parser of `N` and `WxH`, pixels: [width, height]. */
export const pictureSize = (text: string): [width: number, height: number] => {
  const [, width, height = width] = text.match(/^(\d+)(?:x(\d+))?$/i) ?? [];
  const [w, h] = [Number(width), Number(height)];
  if (w > largestSide || h > largestSide) {
    throw new InvalidArgumentError(`Expected at most ${largestSide} pixels a side.`);
  }
  if (!(w > 0 && h > 0)) throw new InvalidArgumentError('Expected N or WxH in pixels, as 512x768.');
  return [w, h];
};

/** A parser of `FILE` and `FILE:SCALE`, which may be given several times. */
export const loraFile = (text: string, before: readonly Lora[] = []): readonly Lora[] => {
  const [, path = text, scale = '1'] = text.match(/^(.+):(-?\d*\.?\d+)$/) ?? [];
  return [...before, { path, scale: Number(scale) }];
};
