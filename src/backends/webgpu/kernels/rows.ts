// Row groups for GPUs: one dispatch, a workgroup a row (or a few short rows), and its threads go through the
// stages one after the other, with a barrier between. A row stays in the caches from stage to stage, and
// what a stage leaves as one number a row (a maximum, a mean) stays in a variable of every thread.

import type { NestKernel, RowsKernel } from '../../../compiler/program.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import { expressionWriter } from '../wgsl/expression.ts';
import { type Access, mainHead, type ShaderOptions, type Stages } from '../wgsl/stage.ts';
import { block, nextPowerOfTwo, splitFlat } from './axes.ts';
import {
  declarations,
  joinLanes,
  joinsBySubgroups,
  partsOf,
  type Sharing,
  sharedArrays,
  subgroupNeeds,
} from './lanes.ts';
import { flatLoop, nestedLoops, resultTexts } from './reduce-loops.ts';

// every device has this much workgroup memory
const workgroupBytes = 16384;

const perRow = (k: NestKernel): number => sizeOf(k.axes.slice(1));

// Reductions that the threads of a row do together; where a row has many, every thread does some alone.
const isShared = (k: NestKernel, lanes: number): boolean =>
  k.reductions.length > 0 && (perRow(k) === 1 || perRow(k) * 4 < lanes);

/** Threads of a row and of a workgroup: a thread has about four elements, if rows are long enough. */
function shareRows(kernel: RowsKernel, subgroups: boolean): Sharing {
  const work = kernel.stages.map(({ kernel: k }) => perRow(k) * sizeOf(k.reduceAxes));
  const words = kernel.stages.reduce((n, { kernel: k }) => n + partsOf(k).words, 0);
  const most = 2 ** Math.floor(Math.log2(Math.min(256, workgroupBytes / 4 / Math.max(words, 1))));
  const lanes = Math.min(Math.max(nextPowerOfTwo(Math.max(...work) / 4), 32), most);
  // subgroups join a whole workgroup, a tree also parts of it
  const size = subgroups ? lanes : Math.min(Math.max(lanes, 128), most);
  return { size, lanes, stride: 1, subgroups };
}

/** The dispatch of a row group. */
export function rowsStages(kernel: RowsKernel, options: ShaderOptions): Stages {
  const sharing = shareRows(kernel, options.subgroups ?? false);
  const { size, lanes } = sharing;
  const together = size / lanes;
  const shared = kernel.stages.map(({ kernel: k }) => (isShared(k, lanes) ? partsOf(k).parts : []));
  const bySubgroups = shared.some((p) => p.length > 0 && joinsBySubgroups(p, sharing));
  const place = [
    `let lane = i32(lid % ${lanes}u);`,
    `let own = i32(group * ${together}u + lid / ${lanes}u);`,
    // threads beyond the end follow the last row without storing, since they must reach the barriers
    `let live = own < ${kernel.rows}i;`,
    `let i0 = min(own, ${kernel.rows - 1}i);`,
  ];
  return {
    scratchBytes: 0,
    stages: [
      {
        name: 'rows',
        operands: [...kernel.inputs, ...kernel.outputs].map((dtype, arg) => ({
          arg,
          dtype,
          write: arg >= kernel.inputs.length,
        })),
        workgroups: Math.ceil(kernel.rows / together),
        directives: bySubgroups ? subgroupNeeds.directives : [],
        body(access) {
          const arrays = shared.map((parts, n) => sharedArrays(parts, sharing, sharedName(n)));
          const lines = [...place, ...stageLines(kernel, sharing, access)];
          const parameters = bySubgroups ? subgroupNeeds.parameters : [];
          return `${arrays.join('')}${mainHead(size, parameters)}${block(lines)}}\n`;
        },
      },
    ],
  };
}

const sharedName = (stage: number): string => `shared${stage}of`;

// What a stage writes, and how it reads the buffers of the group.
interface StageContext {
  readonly number: number;
  readonly sharing: Sharing;
  load(buffer: number, at: string): string;
  store(output: number, at: string, value: string): string;
  /** Keeps output `output`, one value a row, in a variable; gives the assignment. */
  keep(output: number, value: string): string;
}

function stageLines(kernel: RowsKernel, sharing: Sharing, access: Access): string[] {
  // outputs of one element a row, by buffer: a variable of every thread
  const kept = new Map<number, string>();
  const dtypes = [...kernel.inputs, ...kernel.outputs];
  return kernel.stages.flatMap(({ kernel: k, args }, number) => {
    const names: string[] = [];
    const found = new Map<number, string>();
    const context: StageContext = {
      number,
      sharing,
      load: (buffer, at) => kept.get(args[buffer]) ?? access.load(args[buffer], at),
      store: (output, at, value) => access.store(args[k.inputs.length + output], at, value),
      keep(output, value) {
        const buffer = args[k.inputs.length + output];
        const type = keptType(dtypes[buffer]);
        if (!type) return '';
        const name = `kept${number}of${output}`;
        names.push(`var ${name}: ${type};`);
        found.set(buffer, name);
        return `${name} = ${value};`;
      },
    };
    const body = stageBody(k, context);
    for (const [buffer, name] of found) kept.set(buffer, name);
    // what earlier stages stored is read by other threads from here on
    const barrier = number > 0 ? ['storageBarrier();'] : [];
    return [...barrier, ...names, '{', ...body.map((l) => `  ${l}`), '}'];
  });
}

// the stored value as it would be read again: f16 rounds on the way, and stays in memory
const keptType = (dtype: DType): string | undefined =>
  dtype === 'f16' || dtype === 'f64' ? undefined : dtype;

function stageBody(k: NestKernel, context: StageContext): string[] {
  const each = perRow(k);
  if (each === 1) return scalarBody(k, context);
  if (k.reductions.length === 0) return mapBody(k, context);
  return isShared(k, context.sharing.lanes)
    ? togetherBody(k, context, each)
    : separateBody(k, context, each);
}

// One value a row, which every thread gets to know.
function scalarBody(k: NestKernel, context: StageContext): string[] {
  const lines = splitFlat('0i', k.axes.slice(1), (i) => `i${i + 1}`);
  if (k.reductions.length > 0) lines.push(...reduceTogether(k, context, true));
  let reads = false;
  const load = (buffer: number, at: string): string => {
    const text = context.load(buffer, at);
    reads ||= text.includes('[');
    return text;
  };
  const { lines: before, values } = resultTexts(k, partsOf(k).parts, load);
  lines.push(...before, ...values.map((v, j) => context.keep(j, v)));
  // lane 0 may overwrite what the others read
  if (reads) lines.push('storageBarrier();');
  const stores = values.map((v, j) => `  ${context.store(j, 'i0', v)}`);
  return [...lines.filter((l) => l !== ''), 'if ((lane == 0i) & live) {', ...stores, '}'];
}

function reduceTogether(k: NestKernel, context: StageContext, everywhere: boolean): string[] {
  const { parts } = partsOf(k);
  const { lanes } = context.sharing;
  const extent = sizeOf(k.reduceAxes);
  return [
    ...declarations(parts, 'acc'),
    ...flatLoop(k, parts, context.load, {
      begin: '0i',
      end: `${extent}i`,
      length: extent,
      lanes: `${lanes}i`,
      lanesGuess: lanes,
    }),
    ...joinLanes(parts, context.sharing, { name: sharedName(context.number), everywhere }),
  ];
}

const loopOverElements = (k: NestKernel, lanes: number, inside: readonly string[]): string[] => [
  `for (var e = lane; e < ${perRow(k)}i; e += ${lanes}i) {`,
  ...splitFlat('e', k.axes.slice(1), (i) => `i${i + 1}`).map((l) => `  ${l}`),
  ...inside.map((l) => `  ${l}`),
  '}',
];

const storesOf = (values: readonly string[], context: StageContext, each: number): string[] => [
  'if (live) {',
  ...values.map((v, j) => `  ${context.store(j, `i0 * ${each}i + e`, v)}`),
  '}',
];

// Elements are spread over the threads; what depends on the row only is computed before the loop.
function mapBody(k: NestKernel, context: StageContext): string[] {
  const writer = expressionWriter({
    scopes: 2,
    axisScope: (axis) => (axis === 'i0' ? 0 : 1),
    axisText: (axis) => axis,
    load: context.load,
  });
  const values = k.results.map((e) => writer.value(e));
  const inside = [...writer.lines[1], ...storesOf(values, context, perRow(k))];
  return [...writer.lines[0], ...loopOverElements(k, context.sharing.lanes, inside)];
}

// Many reductions a row: every thread does some alone.
function separateBody(k: NestKernel, context: StageContext, each: number): string[] {
  const { parts } = partsOf(k);
  const { lines, values } = resultTexts(k, parts, context.load);
  return loopOverElements(k, context.sharing.lanes, [
    ...declarations(parts, 'acc'),
    ...nestedLoops(k, parts, context.load),
    ...lines,
    ...storesOf(values, context, each),
  ]);
}

// A few reductions a row: the threads do them together, one after the other.
function togetherBody(k: NestKernel, context: StageContext, each: number): string[] {
  const { lines, values } = resultTexts(k, partsOf(k).parts, context.load);
  return [
    `for (var e = 0i; e < ${each}i; e++) {`,
    ...[
      ...splitFlat('e', k.axes.slice(1), (i) => `i${i + 1}`),
      ...reduceTogether(k, context, false),
      'if (lane == 0i) {',
      ...[...lines, ...storesOf(values, context, each)].map((l) => `  ${l}`),
      '}',
      'workgroupBarrier();',
    ].map((l) => `  ${l}`),
    '}',
  ];
}
