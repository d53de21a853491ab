// Reads groups of reference values made by other implementations (PyTorch, diffusers, ...): `<group>.json`
// holds the cases, `<group>.safetensors` their inputs, parameters, outputs and gradients; either may be
// compressed with gzip. Everything a manifest names is looked for when it is read, so that a folder with
// gaps is refused and not half run.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Entry, headerLength, parseHeader } from '../../src/io/safetensors-header.ts';
import { FileError } from '../../src/tensor/errors.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import type { Golden, GoldenCase, Names } from './contract.ts';
import { tensorRoles } from './expected.ts';

/** The repository's own folder. */
export const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** The groups of a folder, by their manifests, sorted. @throws FileError if there is no folder or none in it */
export function groupsIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new FileError(
      `${folder} is no folder; name one with <group>.json and <group>.safetensors`,
    );
  }
  const groups = readdirSync(folder)
    .filter((file) => /\.json(\.gz)?$/.test(file))
    .map((file) => file.replace(/\.json(\.gz)?$/, ''))
    .sort();
  if (groups.length === 0) throw new FileError(`${folder} holds no manifest (<group>.json)`);
  return groups;
}

// the file, or the same compressed with gzip
function readFile(file: string, why: string): Buffer {
  try {
    return existsSync(file) || !existsSync(`${file}.gz`)
      ? readFileSync(file)
      : gunzipSync(readFileSync(`${file}.gz`));
  } catch (error) {
    throw new FileError(`${file} cannot be read (${(error as Error).message}); ${why}`);
  }
}

// Python writes NaN and infinities as bare words; JSON reads 1e999 as infinity and has no NaN
function parseManifest(text: string): unknown {
  const nan = '\u0000NaN';
  const words = /"(?:[^"\\]|\\.)*"|\bInfinity\b|\bNaN\b/g;
  const spelled = text.replace(words, (word) =>
    word === 'Infinity' ? '1e999' : word === 'NaN' ? JSON.stringify(nan) : word,
  );
  if (!spelled.includes(JSON.stringify(nan))) return JSON.parse(spelled);
  return JSON.parse(spelled, (_, value) => (value === nan ? Number.NaN : value));
}

function readCases(file: string): GoldenCase[] {
  const text = readFile(file, 'each group needs its manifest').toString('utf8');
  let manifest: unknown;
  try {
    manifest = parseManifest(text);
  } catch (error) {
    throw new FileError(`${file} is not JSON: ${(error as Error).message}`);
  }
  const cases = (manifest as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) throw new FileError(`${file} has no list \`cases\``);
  const seen = new Set<string>();
  cases.forEach((c: Partial<GoldenCase> | null, i) => {
    if (typeof c?.id !== 'string') throw new FileError(`${file}: case ${i} has no \`id\``);
    if (seen.has(c.id)) throw new FileError(`${file}: two cases have the id ${c.id}`);
    seen.add(c.id);
  });
  return cases as GoldenCase[];
}

function readHeader(bytes: Buffer, file: string): { entries: Map<string, Entry>; base: number } {
  const length = headerLength(bytes, bytes.length, file);
  const { entries, dataStart } = parseHeader(bytes.subarray(8, 8 + length), bytes.length, file);
  return { entries: new Map(entries.map((e) => [e.name, e])), base: dataStart };
}

/**
 * Reads a group of a folder (default: the repository's).
 * @throws FileError naming file, case and tensor if anything is missing or broken
 */
export function readGolden(group: string, folder: string = fixtures): Golden {
  const manifest = join(folder, `${group}.json`);
  const file = join(folder, `${group}.safetensors`);
  const cases = readCases(manifest);
  const bytes = readFile(file, `${manifest} names its tensors`);
  const { entries, base } = readHeader(bytes, file);
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (!entry) throw new FileError(`${file} has no tensor ${JSON.stringify(name)}`);
    return entry;
  };
  for (const c of cases) {
    for (const [role, names] of tensorRoles(c)) {
      for (const name of Object.values(names ?? {})) {
        if (entries.has(name)) continue;
        throw new FileError(
          `${file} has no tensor ${JSON.stringify(name)}, which ${manifest} names as ${role} of case ${c.id}`,
        );
      }
    }
  }
  const values = (name: string) => {
    const { dtype, begin, end } = entryOf(name);
    const part = bytes.buffer.slice(
      bytes.byteOffset + base + begin,
      bytes.byteOffset + base + end,
    ) as ArrayBuffer;
    if (dtype === 'F64') return new Float64Array(part);
    if (dtype === 'F32') return new Float32Array(part);
    if (dtype === 'I32') return new Int32Array(part);
    if (dtype === 'BOOL') return new Uint8Array(part);
    throw new FileError(`${file}: ${JSON.stringify(name)} is ${dtype}; use F64, F32, I32 or BOOL`);
  };
  return {
    group,
    cases,
    find: (id) => {
      const found = cases.find((c) => c.id === id);
      if (!found) throw new FileError(`${manifest} has no case ${id}`);
      return found;
    },
    tensor: (name) => tensor(values(name), { shape: entryOf(name).shape }),
    values,
    shape: (name) => entryOf(name).shape,
  };
}

/** Tensors of one role of a case, by their short names. */
export const roleOf = (golden: Golden, names: Names | undefined): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(names ?? {}).map(([k, name]) => [k, golden.tensor(name)]));
