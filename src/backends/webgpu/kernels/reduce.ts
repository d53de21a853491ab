// Nests with reductions. Sums of n terms are kept in blocks of about sqrt(n) that are added to a total,
// and lanes are joined by a tree, so that errors do not grow with the length: 4,194,304 squares come
// out within 1e-6. argmax and argmin carry value and position; the
// first position wins and NaN counts as the extreme.
import type { NestKernel } from '../../../compiler/program.ts';
import type { ScalarType } from '../../../tensor/dtype.ts';
import type { ReduceOp } from '../../../tensor/ir.ts';
import { type ExpressionWriter, expressionWriter } from '../wgsl/expression.ts';
import { beatsText, combineText, identity, tiesText, typeName } from '../wgsl/scalar.ts';
import type { ShaderOptions, Stage, Stages } from '../wgsl/stage.ts';
import { mainHead } from '../wgsl/stage.ts';
import { block, nextPowerOfTwo, product, splitFlat } from './axes.ts';
import { nestOperands } from './map.ts';
import { planReduction, type ReducePlan } from './reduce-plan.ts';

const shortest = 64;

interface Part {
  readonly op: ReduceOp;
  readonly type: ScalarType;
  /** argmax, argmin: a second variable holds the position, -1 while there is none. */
  readonly positioned: boolean;
  readonly word: number;
}

function partsOf(kernel: NestKernel): { parts: Part[]; words: number } {
  let words = 0;
  const parts = kernel.reductions.map(({ op, body }) => {
    const positioned = op === 'argmax' || op === 'argmin';
    const part = { op, type: body.type, positioned, word: words };
    words += positioned ? 2 : 1;
    return part;
  });
  return { parts, words };
}

const declarations = (parts: readonly Part[], name: string): string[] =>
  parts.flatMap((p, k) => [
    `var ${name}${k}: ${typeName(p.type)} = ${identity(p.op, p.type)};`,
    ...(p.positioned ? [`var ${name}${k}at: i32 = -1i;`] : []),
  ]);

/** `target` joined with `value` (and its position), as statements. */
function join(p: Part, target: string, targetAt: string, value: string, valueAt: string): string[] {
  if (!p.positioned) return [`${target} = ${combineText(p.op, p.type, target, value)};`];
  const wins = beatsText(p.op, p.type, target, value);
  const ties = `(${tiesText(p.type, target, value)} && ${valueAt} < ${targetAt})`;
  return [
    `if (${valueAt} >= 0i && (${targetAt} < 0i || ${wins} || ${ties})) {`,
    `  ${target} = ${value};`,
    `  ${targetAt} = ${valueAt};`,
    '}',
  ];
}

// One step of the loop over the reduction: values into accumulators `name`.
function accumulate(parts: readonly Part[], name: string, values: string[], at: string): string[] {
  return parts.flatMap((p, k) => join(p, `${name}${k}`, `${name}${k}at`, values[k], at));
}

/** The dispatches of a nest with reductions. */
export function reduceStages(kernel: NestKernel, options: ShaderOptions): Stages {
  const plan = planReduction(kernel, options.hardware);
  const { parts, words } = partsOf(kernel);
  const outputs = product(kernel.axes);
  if (plan.splits === 1) {
    return { scratchBytes: 0, stages: [firstStage(kernel, plan, parts, words)] };
  }
  return {
    scratchBytes: outputs * plan.splits * words * 4,
    stages: [firstStage(kernel, plan, parts, words), secondStage(kernel, plan, parts, words)],
  };
}

function firstStage(kernel: NestKernel, plan: ReducePlan, parts: Part[], words: number): Stage {
  const { outputs, lanes, splits, lanesFirst } = plan;
  const size = outputs * lanes;
  const total = product(kernel.axes);
  const extent = product(kernel.reduceAxes);
  const groups = Math.ceil(total / outputs);
  const all = nestOperands(kernel);
  const split = splits > 1;
  const operands = split
    ? [
        ...all.filter((o) => !o.write),
        { arg: 'scratch' as const, dtype: 'u32' as const, write: true },
      ]
    : all;
  return {
    name: split ? 'reduce, first half' : 'reduce',
    operands,
    workgroups: groups * splits,
    body(access) {
      const head = [
        ...(split
          ? [`let part = i32(group / ${groups}u);`, `let tile = group % ${groups}u;`]
          : ['let tile = group;']),
        `let lane = i32(lid ${lanesFirst ? `% ${lanes}u` : `/ ${outputs}u`});`,
        `let flat = i32(tile * ${outputs}u + lid ${lanesFirst ? `/ ${lanes}u` : `% ${outputs}u`});`,
        // threads beyond the end repeat the last output, since they must reach the barriers
        `let o = min(flat, ${total - 1}i);`,
        ...splitFlat('o', kernel.axes, (i) => `i${i}`),
        ...declarations(parts, 'acc'),
      ];
      const load = (buffer: number, at: string): string => access.load(buffer, at);
      const loop =
        lanes === 1 && !split && kernel.reduceAxes.length > 1
          ? nestedLoops(kernel, parts, load)
          : flatLoop(kernel, parts, load, lanes, Math.ceil(extent / splits), split);
      const scratch = kernel.inputs.length;
      const finish = split
        ? partialStores(parts, words, splits).map(({ at, value }) =>
            access.store(scratch, at, value),
          )
        : results(kernel, load, (j, v) => access.store(kernel.inputs.length + j, 'o', v));
      const shared = lanes > 1 ? sharedArrays(parts, size) : '';
      return `${shared}${mainHead(size)}${block([...head, ...loop])}${
        lanes > 1 ? tree(parts, lanes, lanesFirst ? 1 : outputs) : ''
      }  if (lane == 0i && flat < ${total}i) {
${block(finish, 2)}  }
}
`;
    },
  };
}

function results(
  kernel: NestKernel,
  load: (buffer: number, at: string) => string,
  store: (output: number, value: string) => string,
): string[] {
  const writer = expressionWriter({
    scopes: 1,
    prefix: 'w',
    axisScope: () => 0,
    axisText: (axis) => axis,
    load,
    acc: (n) => (partsOf(kernel).parts[n].positioned ? `acc${n}at` : `acc${n}`),
  });
  const values = kernel.results.map((e) => writer.value(e));
  return [...writer.lines[0], ...values.map((v, j) => store(j, v))];
}

const values = (kernel: NestKernel, writer: ExpressionWriter): string[] =>
  kernel.reductions.map((r) => writer.value(r.body));

// lanes take every lanes-th term of [part * chunk, (part + 1) * chunk)
function flatLoop(
  kernel: NestKernel,
  parts: Part[],
  load: (buffer: number, at: string) => string,
  lanes: number,
  chunk: number,
  split: boolean,
): string[] {
  const extent = product(kernel.reduceAxes);
  const writer = expressionWriter({
    scopes: 2,
    axisScope: (axis) => (axis[0] === 'r' ? 1 : 0),
    axisText: (axis) => axis,
    load,
  });
  const v = values(kernel, writer);
  const blockLength = Math.max(shortest, nextPowerOfTwo(Math.sqrt(chunk / lanes)));
  const long = chunk / lanes > 2 * blockLength;
  const target = long ? 'sub' : 'acc';
  const inner = [
    ...splitFlat('r', kernel.reduceAxes, (i) => `r${i}`),
    ...writer.lines[1],
    ...accumulate(parts, target, v, 'r'),
  ].map((l) => `  ${l}`);
  const bounds = split
    ? [`let begin = part * ${chunk}i;`, `let end = min(begin + ${chunk}i, ${extent}i);`]
    : ['let begin = 0i;', `let end = ${extent}i;`];
  if (!long) {
    const loop = `for (var r = begin + lane; r < end; r += ${lanes}i) {`;
    return [...writer.lines[0], ...bounds, loop, ...inner, '}'];
  }
  const step = lanes * blockLength;
  return [
    ...writer.lines[0],
    ...bounds,
    `for (var q = begin + lane; q < end; q += ${step}i) {`,
    ...declarations(parts, 'sub').map((l) => `  ${l}`),
    `  let stop = min(q + ${step}i, end);`,
    `  for (var r = q; r < stop; r += ${lanes}i) {`,
    ...inner.map((l) => `  ${l}`),
    '  }',
    ...parts
      .flatMap((p, k) => join(p, `acc${k}`, `acc${k}at`, `sub${k}`, `sub${k}at`))
      .map((l) => `  ${l}`),
    '}',
  ];
}

// one thread walks all axes: no divisions, and what an outer loop fixes is computed there
function nestedLoops(
  kernel: NestKernel,
  parts: Part[],
  load: (buffer: number, at: string) => string,
): string[] {
  const depth = kernel.reduceAxes.length;
  const writer = expressionWriter({
    scopes: depth + 1,
    axisScope: (axis) => (axis[0] === 'r' ? 1 + Number(axis.slice(1)) : 0),
    axisText: (axis) => axis,
    load,
  });
  const v = values(kernel, writer);
  const weights = kernel.reduceAxes.map((_, i) => product(kernel.reduceAxes.slice(i + 1)));
  const at = weights.map((w, i) => `r${i} * ${w}i`).join(' + ');
  const long = product(kernel.reduceAxes) > shortest;
  const lines = [...writer.lines[0]];
  for (let d = 0; d < depth; d++) {
    const last = d === depth - 1;
    if (last && long) lines.push(...declarations(parts, 'sub'));
    lines.push(`for (var r${d} = 0i; r${d} < ${kernel.reduceAxes[d]}i; r${d}++) {`);
    lines.push(...writer.lines[d + 1]);
  }
  lines.push(...accumulate(parts, long ? 'sub' : 'acc', v, `(${at})`), '}');
  if (long) {
    for (const [k, p] of parts.entries()) {
      lines.push(...join(p, `acc${k}`, `acc${k}at`, `sub${k}`, `sub${k}at`));
    }
  }
  for (let d = 1; d < depth; d++) lines.push('}');
  return lines;
}

const sharedArrays = (parts: readonly Part[], size: number): string =>
  parts
    .map(
      (p, k) =>
        `var<workgroup> shared${k}: array<${typeName(p.type)}, ${size}>;\n` +
        (p.positioned ? `var<workgroup> shared${k}at: array<i32, ${size}>;\n` : ''),
    )
    .join('');

// after it lane 0 holds the joined accumulators; `stride`: threads between neighbouring lanes
function tree(parts: readonly Part[], lanes: number, stride: number): string {
  const put = parts.flatMap((p, k) => [
    `shared${k}[lid] = acc${k};`,
    ...(p.positioned ? [`shared${k}at[lid] = acc${k}at;`] : []),
  ]);
  const other = `[lid + u32(step)${stride > 1 ? ` * ${stride}u` : ''}]`;
  const joins = parts.flatMap((p, k) =>
    join(p, `acc${k}`, `acc${k}at`, `shared${k}${other}`, `shared${k}at${other}`),
  );
  return block([
    ...put,
    'workgroupBarrier();',
    `for (var step = ${lanes / 2}i; step > 0i; step = step >> 1u) {`,
    '  if (lane < step) {',
    ...[...joins, ...put].map((l) => `    ${l}`),
    '  }',
    '  workgroupBarrier();',
    '}',
  ]);
}

const asBits = (type: ScalarType, value: string): string =>
  type === 'u32' ? value : type === 'bool' ? `select(0u, 1u, ${value})` : `bitcast<u32>(${value})`;

const fromBits = (type: ScalarType, bits: string): string =>
  type === 'u32' ? bits : type === 'bool' ? `(${bits} != 0u)` : `bitcast<${type}>(${bits})`;

function partialStores(
  parts: readonly Part[],
  words: number,
  splits: number,
): { at: string; value: string }[] {
  const base = `(o * ${splits}i + part) * ${words}i`;
  return parts.flatMap((p, k) => [
    { at: `${base} + ${p.word}i`, value: asBits(p.type, `acc${k}`) },
    ...(p.positioned
      ? [{ at: `${base} + ${p.word + 1}i`, value: asBits('i32', `acc${k}at`) }]
      : []),
  ]);
}

// joins the parts of each output: one small workgroup an output, or one thread for CPU adapters
function secondStage(kernel: NestKernel, plan: ReducePlan, parts: Part[], words: number): Stage {
  const size = 64;
  const alone = plan.lanes === 1;
  const total = product(kernel.axes);
  const operands = [
    ...nestOperands(kernel),
    { arg: 'scratch' as const, dtype: 'u32' as const, write: false },
  ];
  const scratch = operands.length - 1;
  return {
    name: 'reduce, second half',
    operands,
    workgroups: alone ? Math.ceil(total / size) : total,
    body(access) {
      const word = (p: Part, n: number): string =>
        access.load(scratch, `(o * ${plan.splits}i + s) * ${words}i + ${p.word + n}i`);
      const steps = parts.flatMap((p, k) =>
        join(
          p,
          `acc${k}`,
          `acc${k}at`,
          fromBits(p.type, word(p, 0)),
          p.positioned ? fromBits('i32', word(p, 1)) : '',
        ),
      );
      const load = (buffer: number, at: string): string => access.load(buffer, at);
      const shared = alone ? '' : sharedArrays(parts, size);
      return `${shared}${mainHead(size)}${block([
        ...(alone
          ? [
              `let o = i32(group * ${size}u + lid);`,
              `if (o >= ${total}i) { return; }`,
              'let lane = 0i;',
            ]
          : ['let o = i32(group);', 'let lane = i32(lid);']),
        ...splitFlat('o', kernel.axes, (i) => `i${i}`),
        ...declarations(parts, 'acc'),
        `for (var s = lane; s < ${plan.splits}i; s += ${alone ? 1 : size}i) {`,
        ...steps.map((l) => `  ${l}`),
        '}',
      ])}${alone ? '' : tree(parts, size, 1)}  if (lane == 0i) {
${block(
  results(kernel, load, (j, v) => access.store(kernel.inputs.length + j, 'o', v)),
  2,
)}  }
}
`;
    },
  };
}
