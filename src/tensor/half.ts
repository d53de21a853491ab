// Arrays of float16 (IEEE 754 binary16) as bit patterns and as numbers. Weights of large models come as
// bits and go to devices as bits; what is in between should not cost a function call a value. Widening is
// a table of all 65,536 patterns, narrowing works on the words of a small window of float32.

let table: Float32Array | undefined;

// Exponent and mantissa move into place and the bias is corrected by a product, which also normalises
// subnormals; the largest exponent stands for infinities and NaN.
function widened(): Float32Array {
  if (table) return table;
  const values = new Float32Array(65536);
  const words = new Uint32Array(values.buffer);
  for (let bits = 0; bits < 65536; bits++) {
    const magnitude = bits & 0x7fff;
    words[bits] = magnitude << 13;
    values[bits] *= 2 ** 112;
    if (magnitude > 0x7bff) words[bits] |= 0x7f800000;
    if (bits & 0x8000) words[bits] |= 0x80000000;
  }
  table = values;
  return values;
}

/** The values of bit patterns, exact. */
export function halvesToFloats(bits: Uint16Array): Float32Array {
  const values = widened();
  const out = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) out[i] = values[bits[i]];
  return out;
}

const windowSize = 2048;

/** The bit patterns nearest to numbers, ties to even; from 65520 on infinity, NaN stays NaN. */
export function floatsToHalves(values: ArrayLike<number>): Uint16Array {
  const out = new Uint16Array(values.length);
  const floats = new Float32Array(windowSize);
  const words = new Int32Array(floats.buffer);
  for (let from = 0; from < out.length; from += windowSize) {
    const count = Math.min(windowSize, out.length - from);
    for (let i = 0; i < count; i++) floats[i] = values[from + i];
    for (let i = 0; i < count; i++) {
      const word = words[i];
      const magnitude = word & 0x7fffffff;
      let half: number;
      if (magnitude > 0x7f800000) half = 0x7e00;
      else if (magnitude > 0x477fefff) half = 0x7c00;
      else if (magnitude < 0x38800000) {
        // subnormal: the last bit of 1/2 is the smallest half, so the addition rounds at the right place
        floats[i] = Math.abs(floats[i]) + 0.5;
        half = words[i] - 0x3f000000;
      } else half = (magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1)) >>> 13;
      out[from + i] = half | ((word >>> 16) & 0x8000);
    }
  }
  return out;
}
