// Writes the tables of FEATURES.md that can be read off the code: every operation of the registry with
// its gradient, dtypes and kernels, the public functions by family, the contents of the namespaces and
// the options of the commands. Each table stands between two comments in the file; the text around
// them is written by hand. `npx tsx scripts/features.ts` updates the file; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { supportsSpecial } from '../src/backends/cpu/special.ts';
import { supportsKernel } from '../src/backends/webgpu/kernels/generate.ts';
import { claimCommand } from '../src/cli/claim.ts';
import { classifyCommand } from '../src/cli/classify.ts';
import { doctorCommand } from '../src/cli/doctor.ts';
import { evaluateCommand } from '../src/cli/evaluate.ts';
import { generateCommand } from '../src/cli/generate.ts';
import { randomModelCommand } from '../src/cli/random-model.ts';
import { compareCommand, reportCommand, runsCommand } from '../src/cli/runs.ts';
import { searchCommand } from '../src/cli/search.ts';
import { trainCommand } from '../src/cli/train.ts';
import { supportOf } from '../src/compiler/special.ts';
import * as wgrad from '../src/index.ts';
import { rows } from '../src/run/config.ts';
import type { Task } from '../src/run/task.ts';
import { tasks } from '../src/run/tasks/index.ts';
import type { AnyOp } from '../src/tensor/define.ts';
import type { DType } from '../src/tensor/dtype.ts';
import type { SampleInput } from '../src/tensor/operation.ts';
import { placeholder } from '../src/tensor/ops/create.ts';
import { Tensor } from '../src/tensor/tensor.ts';

const dtypes: readonly DType[] = ['f16', 'f32', 'f64', 'i32', 'u32', 'bool'];
const file = fileURLToPath(new URL('../FEATURES.md', import.meta.url));

// Nodes without meaning to a user: leaves of the graph and the two halves of a call.
const internal = new Set(['data', 'placeholder', 'call', 'pick']);

type Apply = (...inputs: Tensor[]) => Tensor;

const reductions = ['sum', 'prod', 'max', 'min', 'argmax', 'argmin', 'any', 'all'];

// The function of the same name, if it takes operands only; it converts dtypes, which the node does not.
function publicFunction(op: AnyOp): Apply | undefined {
  const f = (wgrad as unknown as Record<string, Apply>)[op.name];
  const elementwise = op.lower.kind === 'map' && op.lower.elementwise === true;
  const simple = (elementwise && op.name !== 'cast') || reductions.includes(op.name);
  return simple && typeof f === 'function' ? f : undefined;
}

function operands(inputs: readonly SampleInput[], dtype: DType): Tensor[] {
  const other = inputs.every((x) => x.dtype) ? inputs[0]?.dtype : undefined;
  return inputs.map((x) =>
    placeholder({ shape: x.shape, dtype: !x.dtype || x.dtype === other ? dtype : x.dtype }),
  );
}

/** A node of the operation whose free operands have a dtype; undefined if it refuses. */
function nodeOf(op: AnyOp, dtype: DType, sample = op.samples[0]): Tensor | undefined {
  try {
    const inputs = operands(sample?.inputs ?? [], dtype);
    const node = publicFunction(op);
    const out = node?.(...inputs) as unknown;
    if (out instanceof Tensor) return out;
    const attrs = sample?.attrs ?? {};
    return new Tensor(op, inputs, attrs, op.shape(inputs, attrs));
  } catch {
    return undefined;
  }
}

/** 'yes', 'zero', or 'no' with the reason. */
function gradientOf(op: AnyOp): string {
  if (!op.vjp) return `no: ${op.nondifferentiable ?? 'none is defined'}`;
  if (op.name === 'stopGradient') return 'cut on purpose';
  if (op.name === 'cast') return 'yes between floating-point types';
  if (op.samples.length === 0) return 'given by the user';
  if (op.samples.every((sample) => sample.inputs.length === 0)) return 'no operands';
  return op.samples.some((sample) => flows(op, sample)) ? 'yes' : 'zero';
}

// Whether the gradient rule gives any floating-point operand of a sample a cotangent.
function flows(op: AnyOp, sample: AnyOp['samples'][number]): boolean {
  const inputs = sample.inputs.map((x) => placeholder({ shape: x.shape, dtype: x.dtype ?? 'f32' }));
  const { attrs } = sample;
  const out = new Tensor(op, inputs, attrs, op.shape(inputs, attrs));
  const needs = inputs.map((x) => x.isFloat);
  if (!out.isFloat || !needs.includes(true)) return false;
  const parts = op.vjp?.(placeholder(out), { inputs, out, attrs, needs }) ?? [];
  return parts.some((part, i) => part && needs[i]);
}

/** Which dtypes go in, and what comes out of them. */
function dtypesOf(op: AnyOp): string {
  if (op.name === 'cast') return 'all → all';
  const results = new Map<DType, DType>();
  for (const d of dtypes) {
    const out = nodeOf(op, d);
    if (out && out.inputs.length > 0) results.set(d, out.dtype);
  }
  const from = [...results.keys()];
  const text = (list: readonly DType[]): string =>
    list.length === dtypes.length ? 'all' : list.join(' ');
  const [to] = new Set(results.values());
  if (from.length > 1 && from.every((d) => results.get(d) === to)) return `${text(from)} → ${to}`;
  const kept = from.filter((d) => results.get(d) === d);
  const changed = [...new Set(from.filter((d) => !kept.includes(d)).map((d) => results.get(d)))];
  const conversions = changed.map((d) => {
    return `${from.filter((x) => !kept.includes(x) && results.get(x) === d).join(' ')} → ${d}`;
  });
  return [...(kept.length > 0 ? [text(kept)] : []), ...conversions].join('; ') || '—';
}

/** dtypes for which each backend has a special kernel, over all samples. */
function kernelsOf(op: AnyOp): string {
  if (op.lower.kind !== 'kernel') return '';
  const has = (supports: (t: Tensor, d: DType) => boolean): string =>
    dtypes
      .filter((d) =>
        op.samples.some((s) => {
          const t = nodeOf(op, d, s);
          return t !== undefined && t.size > 0 && supports(t, d);
        }),
      )
      .join(' ') || 'none';
  const served = (t: Tensor, supports: Parameters<typeof supportOf>[1]): boolean =>
    supportOf(t, supports, () => false) !== 'no';
  const cpu = has((t) => served(t, supportsSpecial));
  const webgpu = has((t) => served(t, supportsKernel));
  return `cpu: ${cpu}; webgpu: ${webgpu}`;
}

function operations(): string {
  const rows = [...wgrad.registry.values()]
    .filter((op) => !internal.has(op.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((op) => `| ${op.name} | ${gradientOf(op)} | ${dtypesOf(op)} | ${kernelsOf(op)} |`);
  return ['| operation | gradient | dtypes | special kernels |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

const isFunction = (x: unknown): boolean => typeof x === 'function';
const names = (module: object): string[] =>
  Object.entries(module)
    .filter(([, x]) => isFunction(x))
    .map(([name]) => name)
    .sort();
const listed = (list: readonly string[]): string => list.map((n) => `\`${n}\``).join(', ');

async function families(): Promise<string> {
  const index = readFileSync(new URL('../src/tensor/ops/index.ts', import.meta.url), 'utf8');
  const lines: string[] = [];
  for (const [, file] of index.matchAll(/from '\.\/(.*)\.ts'/g)) {
    const module = (await import(`../src/tensor/ops/${file}.ts`)) as Record<string, unknown>;
    const isPublic = (n: string): boolean => n in wgrad || (file === 'random' && n in wgrad.random);
    lines.push(`- **${file}**: ${listed(names(module).filter(isPublic))}`);
  }
  return lines.join('\n');
}

function namespaces(): string {
  const { nn, optim, losses, io, data, models, contrastive, diffusion, metrics, train, rl } = wgrad;
  const all = { nn, optim, losses, io, data, models, contrastive, diffusion, metrics, train, rl };
  return Object.entries<object>(all)
    .flatMap(([name, module]) => [
      `- **${name}**: ${listed(names(module))}`,
      ...Object.entries(module)
        .filter(([, x]) => typeof x === 'object' && x !== null && names(x).length > 2)
        .map(([inner, x]) => `- **${name}.${inner}**: ${listed(names(x as object))}`),
    ])
    .join('\n');
}

function commands(): string {
  const table = (command: Command): string => {
    const usage = `\`wgrad ${command.name()} ${command.usage()}\`: ${command.description()}.`;
    if (command.options.length === 0) return usage;
    const rows = command.options.map((o) => `| \`${o.flags}\` | ${o.description} |`);
    return [usage, '', '| option | |', '|---|---|', ...rows].join('\n');
  };
  const commands = [
    trainCommand(),
    runsCommand(),
    reportCommand(),
    compareCommand(),
    claimCommand(),
    generateCommand(),
    evaluateCommand(),
    classifyCommand(),
    searchCommand(),
    randomModelCommand(),
    doctorCommand(),
  ];
  const settings = ({ name, schema, defaults }: Task): string => {
    const lines = rows(schema, defaults).map(
      ([path, value, words]) => `| \`${path}\` | ${value && `\`${value}\``} | ${words} |`,
    );
    const head = `\`--set\` and \`--config\` of \`wgrad train ${name}\` (its JSON schema is in \`schemas/\`):`;
    return `${head}\n\n| key | default | |\n|---|---|---|\n${lines.join('\n')}`;
  };
  return [...commands.map(table), ...tasks.map(settings)].join('\n\n');
}

/** FEATURES.md with its generated parts made anew. @throws Error if a part has lost its comments */
export async function withTables(text: string): Promise<string> {
  const parts = {
    operations: operations(),
    families: await families(),
    namespaces: namespaces(),
    commands: commands(),
  };
  let out = text;
  for (const [name, table] of Object.entries(parts)) {
    const [open, close] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [out.indexOf(open), out.indexOf(close)];
    if (from < 0 || to < from) throw new Error(`FEATURES.md has no part ${open} ... ${close}`);
    out = `${out.slice(0, from + open.length)}\n${table}\n${out.slice(to)}`;
  }
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, await withTables(readFileSync(file, 'utf8')));
}
