// The inputs of every engine: uniform numbers from an integer hash of position and seed, so that
// JavaScript and Python (the same function in engines/torch-engine.py) make the same bits without
// sharing a file. The hash is the murmur3 finalizer's first half on i * 2654435761 + seed' (Knuth's
// multiplicative hash), which is plenty for timing and comparing values.

/** Elements of a shape. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** `shape` filled with numbers uniform in scale * [-0.5, 0.5). */
export function fill(shape: readonly number[], seed: number, scale = 1): Float32Array<ArrayBuffer> {
  const out = new Float32Array(sizeOf(shape));
  const offset = (Math.imul(seed, 40503) + 12345) >>> 0;
  for (let i = 0; i < out.length; i++) {
    let x = (Math.imul(i, 2654435761) + offset) >>> 0;
    x ^= x >>> 16;
    x = Math.imul(x, 0x85ebca6b);
    x ^= x >>> 13;
    out[i] = ((x >>> 0) / 2 ** 32 - 0.5) * scale;
  }
  return out;
}

/** A parameter of a model: its name, shape (convolutions [out, in, kh, kw]) and how it starts. */
export type Parameter = readonly [
  name: string,
  shape: readonly number[],
  start: 'ones' | 'zeros' | 'linear' | 'conv',
];

/** The starting values of the parameter at position `index` of a model's list: scale 2 / sqrt(fan-in). */
export function startingValues(p: Parameter, index: number): Float32Array<ArrayBuffer> {
  const [, shape, start] = p;
  if (start === 'ones') return new Float32Array(sizeOf(shape)).fill(1);
  if (start === 'zeros') return new Float32Array(sizeOf(shape));
  const fanIn = start === 'conv' ? sizeOf(shape.slice(1)) : shape[0];
  return fill(shape, 100 + index, 2 / Math.sqrt(fanIn));
}
