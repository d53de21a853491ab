// Readers of tensors: safetensors files, checkpoints, shards, LoRA, graphs of Keras.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLora } from '../../src/diffusion/lora-file.ts';
import { loadCheckpoint, saveCheckpoint } from '../../src/io/checkpoint.ts';
import { readKerasFiles } from '../../src/io/keras-files.ts';
import { treeFromNames } from '../../src/io/named.ts';
import { decodeSafetensors } from '../../src/io/safetensors.ts';
import { openWeights, readWeights, weightValues } from '../../src/io/weights.ts';
import { kerasGraph } from '../../src/models/keras-graph.ts';
import { progressOf } from '../../src/run/checkpoints.ts';
import { tensor, zeros } from '../../src/tensor/ops/index.ts';
import { tinyInception, writeTinyInception } from '../evaluate/tiny-inception.ts';
import {
  randomStored,
  type Stored,
  seeded,
  weightFile,
  writeWeights,
} from '../support/weight-files.ts';
import { type Attack, bytesAttack, json, jsonAttack } from './harness.ts';

// Files of all element types, and one with a header of our own making.
function safetensorsSeeds(): Uint8Array[] {
  const next = seeded(7);
  const zeros = (dtype: string, shape: number[], bytes: number): Stored => ({
    dtype,
    shape,
    bytes: new Uint8Array(bytes),
  });
  const mixed = {
    'a.0.w': randomStored('F32', [2, 3], next),
    'a.1.w': randomStored('F16', [4], next),
    b: randomStored('BF16', [2, 2], next),
    wide: zeros('I64', [2], 16),
    flag: zeros('BOOL', [3], 3),
    small: zeros('U8', [5], 5),
    scalar: randomStored('F32', [], next),
  };
  return [weightFile(mixed), weightFile({ w: randomStored('F32', [8, 8], next) }), weightFile({})];
}

async function safetensorsAttacks(folder: string): Promise<Attack[]> {
  const seeds = safetensorsSeeds();
  const path = join(folder, 'x.safetensors');
  const state = () => ({ p: { w: tensor([1, 2, 3]) }, n: tensor(Int32Array.of(7), { shape: [] }) });
  await saveCheckpoint(path, state(), { step: 5, seconds: 2.5 });
  const checkpoint = new Uint8Array(await readFile(path));
  const shards = join(folder, 'shards');
  const next = seeded(3);
  const names = ['a', 'b', 'c', 'd'].map((n) => [n, randomStored('F16', [3], next)] as const);
  await writeWeights(shards, 'model', Object.fromEntries(names), { shards: 2 });
  const index = join(shards, 'model.safetensors.index.json');
  return [
    bytesAttack('safetensors', seeds, async (input, pick) => {
      // at any alignment
      const held = new Uint8Array(input.length + 8);
      const at = pick(8);
      held.set(input, at);
      const bytes = held.subarray(at, at + input.length);
      treeFromNames((await readWeights(bytes)) as never);
      return decodeSafetensors(bytes);
    }),
    bytesAttack('checkpoint', [checkpoint], async (input) => {
      await writeFile(path, input);
      const { metadata } = await loadCheckpoint(path, state());
      return progressOf(metadata, path, 10);
    }),
    jsonAttack('shard index', [await readFile(index, 'utf8')], async (input) => {
      await writeFile(index, input);
      const weights = await openWeights(shards, 'model');
      for await (const { value } of weightValues(weights, () => ({}))) value.dispose();
    }),
  ];
}

function loraAttack(folder: string): Attack {
  const next = seeded(9);
  const layer = 'unet.mid.attn.to_q';
  const models = {
    unet: { mid: { attn: { to_q: { w: tensor(new Float32Array(48), { shape: [8, 6] }) } } } },
  };
  const file = (spelling: readonly [down: string, up: string], alpha: boolean): Uint8Array =>
    weightFile({
      [`${layer}.${spelling[0]}`]: randomStored('F32', [2, 8], next),
      [`${layer}.${spelling[1]}`]: randomStored('F32', [6, 2], next),
      ...(alpha ? { [`${layer}.alpha`]: randomStored('F32', [], next) } : {}),
    });
  const path = join(folder, 'lora.safetensors');
  const seeds = [
    file(['lora.down.weight', 'lora.up.weight'], true),
    file(['lora_A.weight', 'lora_B.weight'], false),
  ];
  return bytesAttack('LoRA', seeds, async (input) => {
    await writeFile(path, input);
    return readLora(path, models);
  });
}

// A graph as JSON with its shards beside it, and the same as scripts.
async function kerasAttacks(folder: string): Promise<Attack[]> {
  const { model, bytes } = tinyInception();
  const [plain, scripts] = ['keras', 'keras-scripts'].map((name) => join(folder, name));
  await mkdir(plain);
  await writeFile(join(plain, 'group1-shard1of2'), bytes.subarray(0, 100));
  await writeFile(join(plain, 'group1-shard2of2'), bytes.subarray(100));
  writeTinyInception(scripts);
  const script = join(scripts, 'model.min.js');
  const readIn = async (home: string): Promise<unknown> => {
    const { params, apply } = kerasGraph(await readKerasFiles(home), 'Flatten', home);
    return apply(params, zeros([1, 9, 9, 3])).shape;
  };
  return [
    jsonAttack('graph of Keras', json(model), async (input) => {
      await writeFile(join(plain, 'model.json'), input);
      return readIn(plain);
    }),
    bytesAttack('script with a graph of Keras', [await readFile(script)], async (input) => {
      await writeFile(script, input);
      return readIn(scripts);
    }),
  ];
}

/** Attacks on readers of tensors, in an existing folder. */
export const weightAttacks = async (folder: string): Promise<Attack[]> => [
  ...(await safetensorsAttacks(folder)),
  loraAttack(folder),
  ...(await kerasAttacks(folder)),
];
