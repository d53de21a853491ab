// Threads that share a reduction (its lanes): the accumulators each of them keeps, and how they are joined
// in the end. In general that is a tree in workgroup memory. Where a whole workgroup shares one output and
// the device has subgroups, these join their threads first and leave one part each, and every thread adds
// those up. Nothing is assumed of the size of a subgroup or of which threads it holds.
// argmax and argmin carry value and position; the first position wins and NaN counts as the extreme.
import type { NestKernel } from '../../../compiler/program.ts';
import type { ScalarType } from '../../../tensor/dtype.ts';
import type { ReduceOp } from '../../../tensor/expr.ts';
import { beatsText, combineText, identity, tiesText, typeName } from '../wgsl/scalar.ts';

/** One reduction of a kernel as variables of a shader. */
export interface Part {
  readonly op: ReduceOp;
  readonly type: ScalarType;
  /** argmax, argmin: a second variable holds the position, -1 while there is none. */
  readonly positioned: boolean;
  /** Where it lies among the 32-bit words of a stored accumulator. */
  readonly word: number;
}

/** The reductions of a kernel, and the words that all of them take. */
export function partsOf(kernel: NestKernel): { parts: Part[]; words: number } {
  let words = 0;
  const parts = kernel.reductions.map(({ op, body }) => {
    const positioned = op === 'argmax' || op === 'argmin';
    const part = { op, type: body.type, positioned, word: words };
    words += positioned ? 2 : 1;
    return part;
  });
  return { parts, words };
}

/** Variables `name0`, `name0at`, ... that hold nothing yet. */
export const declarations = (parts: readonly Part[], name: string): string[] =>
  parts.flatMap((p, k) => [
    `var ${name}${k}: ${typeName(p.type)} = ${identity(p.op, p.type)};`,
    ...(p.positioned ? [`var ${name}${k}at: i32 = -1i;`] : []),
  ]);

/** `target` joined with `value` (and its position), as statements. */
export function join(
  p: Part,
  target: string,
  targetAt: string,
  value: string,
  valueAt: string,
): string[] {
  if (!p.positioned) return [`${target} = ${combineText(p.op, p.type, target, value)};`];
  const wins = beatsText(p.op, p.type, target, value);
  const ties = `(${tiesText(p.type, target, value)} & (${valueAt} < ${targetAt}))`;
  return [
    `if ((${valueAt} >= 0i) & ((${targetAt} < 0i) | ${wins} | ${ties})) {`,
    `  ${target} = ${value};`,
    `  ${targetAt} = ${valueAt};`,
    '}',
  ];
}

/** Accumulators `name` joined with accumulators `other`, as statements. */
export const joinAll = (parts: readonly Part[], name: string, other: string): string[] =>
  parts.flatMap((p, k) =>
    join(p, `${name}${k}`, `${name}${k}at`, `${other}${k}`, `${other}${k}at`),
  );

/** The results of a reduction in terms of accumulators `name`. */
export const accumulator = (parts: readonly Part[], name: string, n: number): string =>
  `${name}${n}${parts[n].positioned ? 'at' : ''}`;

/** How threads of a workgroup share outputs: `lanes` threads each, `stride` threads apart. */
export interface Sharing {
  readonly size: number;
  readonly lanes: number;
  readonly stride: number;
  readonly subgroups: boolean;
}

/** Whether subgroups join these reductions: positions travel by the tree. */
export const joinsBySubgroups = (parts: readonly Part[], sharing: Sharing): boolean =>
  sharing.subgroups && sharing.lanes === sharing.size && parts.every((p) => !p.positioned);

/** What a shader with subgroup operations needs: directives, and parameters of its entry point. */
export const subgroupNeeds = {
  directives: ['enable subgroups;', 'requires subgroup_id;'],
  parameters: [
    '@builtin(subgroup_id) subgroup: u32',
    '@builtin(num_subgroups) subgroups: u32',
    '@builtin(subgroup_invocation_id) subgroupLane: u32',
    '@builtin(subgroup_size) subgroupSize: u32',
  ],
} as const;

// the least size of a subgroup that WebGPU knows
const leastSubgroup = 4;

/** Workgroup variables `name0`, ... that `joinLanes` needs. */
export function sharedArrays(parts: readonly Part[], sharing: Sharing, name = 'shared'): string {
  const bySubgroups = joinsBySubgroups(parts, sharing);
  const length = bySubgroups ? Math.ceil(sharing.size / leastSubgroup) : sharing.size;
  return parts
    .map(
      (p, k) =>
        `var<workgroup> ${name}${k}: array<${typeName(p.type)}, ${length}>;\n` +
        (p.positioned ? `var<workgroup> ${name}${k}at: array<i32, ${length}>;\n` : ''),
    )
    .join('');
}

/**
 * Statements after which accumulators `acc0`, ... of lane 0 hold everything (of every lane: `everywhere`).
 * All threads of the workgroup must reach them; `lane` is the number of a thread among its lanes.
 */
export function joinLanes(
  parts: readonly Part[],
  sharing: Sharing,
  { name = 'shared', everywhere = false } = {},
): string[] {
  if (joinsBySubgroups(parts, sharing)) {
    return [
      ...joinSubgroup(parts),
      'if (subgroupLane == 0u) {',
      ...parts.map((_, k) => `  ${name}${k}[subgroup] = acc${k};`),
      '}',
      'workgroupBarrier();',
      ...parts.map((_, k) => `acc${k} = ${name}${k}[0];`),
      'for (var s = 1u; s < subgroups; s++) {',
      ...parts.flatMap((p, k) => join(p, `acc${k}`, '', `${name}${k}[s]`, '')).map((l) => `  ${l}`),
      '}',
    ];
  }
  const { lanes, stride } = sharing;
  const put = parts.flatMap((p, k) => [
    `${name}${k}[lid] = acc${k};`,
    ...(p.positioned ? [`${name}${k}at[lid] = acc${k}at;`] : []),
  ]);
  const apart = (n: string): string => (stride > 1 ? `${n} * ${stride}u` : n);
  const first = `[lid - ${apart('u32(lane)')}]`;
  const other = `[lid + ${apart('u32(step)')}]`;
  const joins = parts.flatMap((p, k) =>
    join(p, `acc${k}`, `acc${k}at`, `${name}${k}${other}`, `${name}${k}at${other}`),
  );
  const spread = parts.flatMap((p, k) => [
    `acc${k} = ${name}${k}${first};`,
    ...(p.positioned ? [`acc${k}at = ${name}${k}at${first};`] : []),
  ]);
  return [
    ...put,
    'workgroupBarrier();',
    `for (var step = ${lanes / 2}i; step > 0i; step = step >> 1u) {`,
    '  if (lane < step) {',
    ...[...joins, ...put].map((l) => `    ${l}`),
    '  }',
    '  workgroupBarrier();',
    '}',
    ...(everywhere ? spread : []),
  ];
}

/** Accumulators of the threads of a subgroup joined, in every one of them. */
export const joinSubgroup = (parts: readonly Part[]): string[] =>
  parts.map((p, k) => `acc${k} = ${subgroupText(p, `acc${k}`)};`);

function subgroupText({ op, type }: Part, value: string): string {
  if (type === 'bool') {
    const all = op === 'all' || op === 'prod' || op === 'min';
    return `${all ? 'subgroupAll' : 'subgroupAny'}(${value})`;
  }
  if (op === 'sum') return `subgroupAdd(${value})`;
  if (op === 'prod') return `subgroupMul(${value})`;
  if (op === 'any') return `subgroupOr(${value})`;
  if (op === 'all') return `subgroupAnd(${value})`;
  const extreme = `${op === 'max' ? 'subgroupMax' : 'subgroupMin'}(${value})`;
  // which of NaN and a number is the larger is left open
  return type === 'f32' ? `select(${extreme}, notNumber(), subgroupAny(isNaN(${value})))` : extreme;
}
