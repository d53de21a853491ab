// A pipeline folder with random weights: names, shapes, types and files exactly as diffusers writes them,
// so that everything but the pictures can be tried without a checkpoint. Weights are drawn and written one
// tensor at a time, in f16, from a seed; the folder appears at once when all of it is there.

import { fileError, writeFileSafely, writeJson } from '../io/files.ts';
import { type StateEntry, stateEntries } from '../nn/state-dict.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { floatsToHalves } from '../tensor/half.ts';
import { key } from '../tensor/ops/random.ts';
import { sizeOf } from '../tensor/shape.ts';
import { modelIndex } from './diffusers-index.ts';
import { type PartKind, partClasses } from './diffusers-parts.ts';
import { pipelinePlan, type RandomPreset } from './random-model-configs.ts';

/** What to write. */
export interface RandomModelOptions {
  /** Whose configurations the parts have. */
  readonly preset?: RandomPreset;
  /** Another seed, other weights (default 0). */
  readonly seed?: number;
  /** Part of the channels that every network gets (default 1). */
  readonly width?: number;
  /** vocab.json and merges.txt, as text. */
  readonly tokenizer: { readonly vocab: string; readonly merges: string };
  /** Told after every tensor: the part, bytes written of it so far, bytes in all. */
  readonly onProgress?: (part: string, done: number, total: number) => void;
}

/** What was written. */
export interface RandomModel {
  /** Parameters of each network. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Bytes of weights. */
  readonly bytes: number;
}

const levels = 4096;

// FNV-1a of a text, from a seed: every tensor has a stream of its own
function hash(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return h ^ (h >>> 13) || 1;
}

// Values uniform in +-bound at 4096 levels, two from each state of Marsaglia's xorshift (2003).
function uniformHalves(n: number, bound: number, start: number): Uint16Array {
  const values = Float64Array.from(
    { length: levels },
    (_, i) => ((2 * i + 1) / levels - 1) * bound,
  );
  const table = floatsToHalves(values);
  const out = new Uint16Array(n);
  let x = start;
  for (let i = 0; i < n; i += 2) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    out[i] = table[x >>> 20];
    out[i + 1] = table[(x >>> 4) & (levels - 1)];
  }
  return out;
}

// Layers keep the size of what passes through them (variance 1 / fanIn, as 3 var = bound²); norms start as
// the identity; tables are small, as CLIP draws them.
function draw({ path, name, shape }: StateEntry, seed: number): Uint16Array {
  const n = sizeOf(shape);
  const leaf = path.slice(path.lastIndexOf('.') + 1);
  if (leaf === 'scale') return new Uint16Array(n).fill(0x3c00);
  if (leaf === 'bias') return new Uint16Array(n);
  const fanIn = leaf === 'w' ? sizeOf(shape.slice(1)) : 2500; // others: deviation 0.02
  return uniformHalves(n, Math.sqrt(3 / fanIn), hash(name, seed));
}

function* weightFile(
  entries: readonly StateEntry[],
  seed: number,
  onWritten: (bytes: number) => void,
): Generator<Uint8Array, void, undefined> {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  let end = 0;
  for (const { name, shape } of entries) {
    const from = end;
    end += 2 * sizeOf(shape);
    header[name] = { dtype: 'F16', shape, data_offsets: [from, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(8 + Math.ceil(json.length / 8) * 8).fill(0x20);
  new DataView(start.buffer).setBigUint64(0, BigInt(start.length - 8), true);
  start.set(json, 8);
  yield start;
  for (const entry of entries) {
    const { buffer } = draw(entry, seed);
    yield new Uint8Array(buffer);
    onWritten(buffer.byteLength);
  }
}

async function writeParts(at: string, options: RandomModelOptions): Promise<RandomModel> {
  const fs = await import('node:fs/promises');
  const { preset = 'sd15', seed = 0, width = 1, tokenizer, onProgress } = options;
  const plan = pipelinePlan(preset, width);
  const networks = plan.networks.map((part) => {
    const kind = partClasses[part.className] as PartKind;
    const entries = stateEntries(kind.build(part.config as never).init(key(0)));
    // the order in which the format's own writer stores tensors of one type
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { ...part, stem: kind.stem, entries };
  });
  const sizes = networks.map(({ entries }) => entries.reduce((n, e) => n + sizeOf(e.shape), 0));
  const bytes = 2 * sizes.reduce((a, b) => a + b, 0);
  let done = 0;
  for (const { name, config, stem, entries } of networks) {
    await fs.mkdir(`${at}/${name}`, { recursive: true });
    await writeJson(`${at}/${name}/config.json`, config);
    const parts = weightFile(entries, seed, (n) => {
      done += n;
      onProgress?.(name, done, bytes);
    });
    await writeFileSafely(`${at}/${name}/${stem}.safetensors`, parts);
  }
  await fs.mkdir(`${at}/scheduler`);
  await writeJson(`${at}/scheduler/scheduler_config.json`, plan.scheduler.config);
  await fs.mkdir(`${at}/tokenizer`);
  const text = (content: string): Uint8Array[] => [new TextEncoder().encode(content)];
  await writeFileSafely(`${at}/tokenizer/vocab.json`, text(tokenizer.vocab));
  await writeFileSafely(`${at}/tokenizer/merges.txt`, text(tokenizer.merges));
  await writeJson(`${at}/tokenizer/tokenizer_config.json`, plan.tokenizer);
  const { bos_token, eos_token, pad_token, unk_token } = plan.tokenizer;
  const special = { bos_token, eos_token, pad_token, unk_token };
  await writeJson(`${at}/tokenizer/special_tokens_map.json`, special);
  await writeJson(`${at}/model_index.json`, modelIndex(plan.scheduler.className));
  return { parameters: Object.fromEntries(networks.map((p, i) => [p.name, sizes[i]])), bytes };
}

const writeRandomModelArgs = is.signature(
  'diffusion.writeRandomModel',
  ['folder', is.path],
  [
    'options',
    is.fields<RandomModelOptions>({
      preset: is.optional(is.oneOf('sd15', 'sd21', 'tiny')),
      seed: is.optional(is.integer),
      width: is.optional(is.number),
      tokenizer: is.record('an object', 'vocab', 'merges'),
      onProgress: is.optional(is.func),
    }),
  ],
);

/**
 * Writes a pipeline with seeded random f16 weights into a folder, all or nothing.
 * @throws FileError if the folder holds something already or cannot be written
 */
export async function writeRandomModel(
  folder: string,
  options: RandomModelOptions,
): Promise<RandomModel> {
  writeRandomModelArgs(folder, options);
  const fs = await import('node:fs/promises');
  const target = folder.replace(/[\\/]+$/, '');
  const there = await fs.readdir(target).catch((error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileError(target, error);
  });
  if (there.length > 0) {
    throw new FileError(`${target}: holds something already (${there[0]}); name a new folder`);
  }
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const written = await writeParts(temporary, options);
    // an empty folder of that name makes room
    await fs.rename(temporary, target);
    return written;
  } catch (error) {
    await fs.rm(temporary, { recursive: true, force: true });
    throw fileError(target, error);
  }
}
