// Weight files and pipeline folders as diffusers and transformers write them, made by plain code that shares
// nothing with the library: headers in the order of the safetensors package (wide types first, then names),
// seeded values, shards with their index.
import { mkdir, writeFile } from 'node:fs/promises';

/** A tensor as a file holds it. */
export interface Stored {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

const width: Record<string, number> = { F64: 8, I64: 8, F32: 4, I32: 4, F16: 2, BF16: 2 };

/** A file of any header, true or not, and any bytes of values. */
export function rawFile(header: string, values: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = new TextEncoder().encode(header);
  const padded = Math.ceil(text.length / 8) * 8;
  const out = new Uint8Array(8 + padded + values.length).fill(0x20, 8, 8 + padded);
  new DataView(out.buffer).setBigUint64(0, BigInt(padded), true);
  out.set(text, 8);
  out.set(values, 8 + padded);
  return out;
}

/** An honest file. */
export function weightFile(
  tensors: Readonly<Record<string, Stored>>,
  metadata: Record<string, string> = { format: 'pt' },
): Uint8Array {
  const items = Object.entries(tensors).sort(
    ([a, x], [b, y]) => width[y.dtype] - width[x.dtype] || (a < b ? -1 : 1),
  );
  let at = 0;
  const header: Record<string, unknown> = { __metadata__: metadata };
  for (const [name, { dtype, shape, bytes }] of items) {
    header[name] = { dtype, shape, data_offsets: [at, at + bytes.length] };
    at += bytes.length;
  }
  const values = new Uint8Array(at);
  at = 0;
  for (const [, { bytes }] of items) {
    values.set(bytes, at);
    at += bytes.length;
  }
  return rawFile(JSON.stringify(header), values);
}

/** Numbers in (-0.5, 0.5) that every run repeats. */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32 - 0.5;
  };
}

/** Random weights of a shape; F16 and BF16 as random bit patterns of moderate size, signs and subnormals. */
export function randomStored(
  dtype: 'F32' | 'F16' | 'BF16',
  shape: readonly number[],
  next: () => number,
): Stored {
  const n = shape.reduce((a, b) => a * b, 1);
  if (dtype === 'F32') {
    return { dtype, shape, bytes: new Uint8Array(Float32Array.from({ length: n }, next).buffer) };
  }
  // exponents below that of 0.5: f16 has 5 bits of them, bf16 has 8
  const [top, sign] = dtype === 'F16' ? [0x3800, 0x8000] : [0x3f00, 0x8000];
  const bits = Uint16Array.from({ length: n }, () => {
    const r = next();
    return Math.floor(Math.abs(r) * 2 * top) | (r < 0 ? sign : 0);
  });
  return { dtype, shape, bytes: new Uint8Array(bits.buffer) };
}

/** Writes tensors as one file, or as `shards` files with an index. `variant`: as 'fp16' in file names. */
export async function writeWeights(
  folder: string,
  stem: string,
  tensors: Readonly<Record<string, Stored>>,
  { shards = 1, variant = '' }: { shards?: number; variant?: string } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const v = variant && `.${variant}`;
  if (shards === 1) {
    await writeFile(`${folder}/${stem}${v}.safetensors`, weightFile(tensors));
    return;
  }
  const names = Object.keys(tensors);
  const each = Math.ceil(names.length / shards);
  const weight_map: Record<string, string> = {};
  let total_size = 0;
  for (let i = 0; i < shards; i++) {
    const number = (k: number): string => `${k}`.padStart(5, '0');
    const file = `${stem}-${number(i + 1)}-of-${number(shards)}${v}.safetensors`;
    const own = names.slice(i * each, (i + 1) * each);
    for (const name of own) {
      weight_map[name] = file;
      total_size += tensors[name].bytes.length;
    }
    const some = Object.fromEntries(own.map((name) => [name, tensors[name]]));
    await writeFile(`${folder}/${file}`, weightFile(some));
  }
  const index = `${JSON.stringify({ metadata: { total_size }, weight_map }, null, 2)}\n`;
  await writeFile(`${folder}/${stem}.safetensors.index${v}.json`, index);
}
