// A network of Keras as TensorFlow.js writes its layers: a graph in JSON and shards of weights, which may be bytes of 8 or
// 16 bits with a scale and a minimum. npm's nsfwjs has the same as scripts that hand on one value each: JSON with a
// script's spelling, and base64. They are read as texts; nothing of them runs.

import { FileError } from '../tensor/errors.ts';
import { printable, quote } from '../tensor/quote.ts';
import { sizeOf } from '../tensor/shape.ts';
import { readText, readWhole } from './files.ts';
import { isJsonObject, type Json, parseJson } from './json.ts';

/** A layer of a graph. */
export interface KerasLayer {
  readonly name: string;
  /** 'Conv2D', 'Activation', ... */
  readonly kind: string;
  readonly config: Json;
  /** Names of the layers whose results it takes. */
  readonly inputs: readonly string[];
}

/** A stored array. */
export interface KerasWeight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A graph in an order in which each layer comes after its inputs, and its weights ('conv2d_1/kernel'). */
export interface KerasFiles {
  readonly layers: readonly KerasLayer[];
  readonly weights: ReadonlyMap<string, KerasWeight>;
}

const longest = 2 ** 26; // characters of a script
const mostBytes = 2 ** 28;
const mostNumbers = 2 ** 28;

// the place after a text that begins at `at`; megabytes, which are too much for a regular expression's stack
function endOfText(text: string, at: number): number {
  let end = at;
  do {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
  } while (/(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(at + 1, end - 64), end)));
  return end + 1;
}

/**
 * The JSON of the value that a script of a bundler hands on: names without quotes get some, !0 and !1 are truth values, .5 is
 * 0.5. @throws FileError
 */
export function scriptJson(text: string, source: string): string {
  const start = text.search(/exports=[{["]/);
  if (start < 0) throw new FileError(`${source}: hands on no value (exports=...)`);
  let at = start + 'exports='.length;
  let depth = 0;
  let out = '';
  const other = /!0|!1|[A-Za-z_$][\w$]*|-?\.?\d[\d.eE+-]*|[{}[\],:]/y;
  do {
    let token: string | undefined;
    if (text[at] === '"') token = text.slice(at, endOfText(text, at));
    else {
      other.lastIndex = at;
      token = other.exec(text)?.[0];
    }
    if (!token) {
      const found = printable(text.slice(at, at + 20), 20);
      throw new FileError(`${source}: no value at character ${at}: ${found}`);
    }
    at += token.length;
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (token === '!0' || token === '!1') out += token === '!0';
    else if (/^[A-Za-z_$]/.test(token)) out += text[at] === ':' ? `"${token}"` : token;
    else out += token.replace(/^(-?)\./, '$10.');
  } while (depth > 0);
  return out;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const fs = await import('node:fs/promises');
  return fs.readdir(folder).catch(() => []);
}

// The bytes of a shard: a file of its name, or a script with them in base64.
async function shardBytes(
  folder: string,
  name: string,
  names: readonly string[],
): Promise<Uint8Array> {
  if (!/^[\w.-]+$/.test(name)) throw new FileError(`${folder}: a shard is called ${quote(name)}`);
  if (names.includes(name)) return readWhole(`${folder}/${name}`, mostBytes);
  const path = `${folder}/${name.replace(/\.bin$/, '')}.min.js`;
  const json = scriptJson(await readText(path, longest), path);
  const text = json.startsWith('"') ? json.slice(1, -1) : '';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new FileError(`${path}: hands on no base64`);
  return Buffer.from(text, 'base64');
}

const widths: Readonly<Record<string, number>> = { float32: 4, uint8: 1, uint16: 2 };

function decoded(bytes: Uint8Array, kind: string, scale: number, min: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length / widths[kind];
  const out = new Float32Array(count);
  if (kind === 'float32') for (let i = 0; i < count; i++) out[i] = view.getFloat32(4 * i, true);
  else if (kind === 'uint8') for (let i = 0; i < count; i++) out[i] = bytes[i] * scale + min;
  else for (let i = 0; i < count; i++) out[i] = view.getUint16(2 * i, true) * scale + min;
  return out;
}

async function readWeights(
  folder: string,
  manifest: unknown,
  names: readonly string[],
  fail: (fault: string) => never,
): Promise<Map<string, KerasWeight>> {
  const found = new Map<string, KerasWeight>();
  if (!Array.isArray(manifest)) return fail('has no weightsManifest');
  for (const group of manifest) {
    const { paths, weights } = isJsonObject(group) ? group : {};
    if (!Array.isArray(paths) || !Array.isArray(weights))
      return fail('has a group without weights');
    const shards: Uint8Array[] = [];
    for (const path of paths) shards.push(await shardBytes(folder, String(path), names));
    const bytes = new Uint8Array(shards.reduce((n, shard) => n + shard.length, 0));
    shards.reduce((at, shard) => {
      bytes.set(shard, at);
      return at + shard.length;
    }, 0);
    let at = 0;
    for (const weight of weights) {
      const { name, shape, dtype, quantization } = isJsonObject(weight) ? weight : {};
      const isShape = Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && n >= 0);
      if (typeof name !== 'string' || !isShape || dtype !== 'float32') {
        return fail(`has a weight ${quote(name)} that is no array of float32`);
      }
      const {
        dtype: kind = 'float32',
        scale = 1,
        min = 0,
      } = isJsonObject(quantization) ? quantization : {};
      if (
        !Object.hasOwn(widths, String(kind)) ||
        !Number.isFinite(scale) ||
        !Number.isFinite(min)
      ) {
        return fail(
          `${quote(name)} is stored as ${quote(kind)}; known are ${Object.keys(widths).join(', ')}`,
        );
      }
      const size = sizeOf(shape as number[]);
      const end = at + size * widths[kind as string];
      if (!(size <= mostNumbers && end <= bytes.length)) {
        return fail(`${quote(name)} ends at byte ${end}, but the shards have ${bytes.length}`);
      }
      const part = bytes.subarray(at, end);
      const values = decoded(part, kind as string, scale as number, min as number);
      found.set(name, { shape: shape as number[], values });
      at = end;
    }
    if (at !== bytes.length) fail(`its shards have ${bytes.length} bytes, its weights take ${at}`);
  }
  return found;
}

function layersOf(topology: unknown, fail: (fault: string) => never): KerasLayer[] {
  const model = isJsonObject(topology) ? (topology.model_config ?? topology) : undefined;
  const config = isJsonObject(model) ? model.config : undefined;
  const list = isJsonObject(config) ? config.layers : undefined;
  if (!Array.isArray(list)) return fail('has no layers (modelTopology.model_config.config.layers)');
  const before = new Set<string>();
  return list.map((layer: unknown, i): KerasLayer => {
    const {
      name,
      class_name: kind,
      config: own,
      inbound_nodes: nodes,
    } = isJsonObject(layer) ? layer : {};
    if (typeof name !== 'string' || typeof kind !== 'string' || !isJsonObject(own)) {
      return fail(`layer ${i} has no name, class_name or config`);
    }
    const node: unknown = Array.isArray(nodes) ? (nodes[0] ?? []) : undefined;
    if (!Array.isArray(nodes) || nodes.length > 1 || !Array.isArray(node)) {
      return fail(
        `layer ${quote(name)} is used ${Array.isArray(nodes) ? nodes.length : 'an unknown number of'} times`,
      );
    }
    const inputs = node.map((from: unknown) => String(Array.isArray(from) ? from[0] : from));
    const late = inputs.find((input) => !before.has(input));
    if (late !== undefined)
      return fail(`layer ${quote(name)} takes ${quote(late)}, which is not before it`);
    if (before.has(name)) return fail(`two layers are called ${quote(name)}`);
    if (!/^[A-Za-z][\w./-]*$/.test(name)) return fail(`a layer is called ${quote(name)}`);
    before.add(name);
    return { name, kind, config: own, inputs };
  });
}

/**
 * Reads a folder with `model.json` and its shards, or with `model.min.js` and its scripts.
 * @throws FileError naming the file and what is wrong with it
 */
export async function readKerasFiles(folder: string): Promise<KerasFiles> {
  const names = await namesIn(folder);
  const file = ['model.json', 'model.min.js'].find((name) => names.includes(name));
  if (file === undefined) throw new FileError(`${folder}: no model.json and no model.min.js in it`);
  const path = `${folder}/${file}`;
  const text = await readText(path, longest);
  const model = parseJson(file.endsWith('.js') ? scriptJson(text, path) : text, path);
  const fail = (fault: string): never => {
    throw new FileError(`${path}: ${fault}`);
  };
  const { modelTopology, weightsManifest } = isJsonObject(model) ? model : {};
  const layers = layersOf(modelTopology, fail);
  return { layers, weights: await readWeights(folder, weightsManifest, names, fail) };
}
