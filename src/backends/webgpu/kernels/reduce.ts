// Nests with reductions, in one dispatch or two: how they are spread over threads is reduce-plan.ts, what a
// thread does is reduce-loops.ts, and how threads join what they have is lanes.ts.

import type { NestKernel } from '../../../compiler/program.ts';
import type { ScalarType } from '../../../tensor/dtype.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import { quotient, remainder, size as sizeText } from '../wgsl/sizes.ts';
import {
  type Access,
  mainHead,
  type ShaderOptions,
  type Stage,
  type Stages,
} from '../wgsl/stage.ts';
import { block, splitFlat } from './axes.ts';
import {
  declarations,
  join,
  joinLanes,
  joinSubgroup,
  joinsBySubgroups,
  type Part,
  partsOf,
  type Sharing,
  sharedArrays,
  subgroupNeeds,
} from './lanes.ts';
import { nestOperands } from './map.ts';
import { flatLoop, nestedLoops, resultTexts } from './reduce-loops.ts';
import { planReduction, type ReducePlan } from './reduce-plan.ts';

/** The dispatches of a nest with reductions. */
export function reduceStages(kernel: NestKernel, options: ShaderOptions): Stages {
  const plan = planReduction(kernel, options.hardware);
  const { parts, words } = partsOf(kernel);
  const outputs = sizeOf(kernel.axes);
  const subgroups = options.subgroups ?? false;
  if (plan.splits > 1) {
    return {
      scratchBytes: outputs * plan.splits * words * 4,
      stages: [
        plan.lanes === 1
          ? threadStage(kernel, plan, parts, words)
          : firstStage(kernel, plan, parts, words, subgroups),
        secondStage(kernel, plan, parts, words, subgroups),
      ],
    };
  }
  // rows too short for a workgroup each
  const shared = plan.lanesFirst && plan.lanes > 1 && plan.outputs > 1;
  const positioned = parts.some((p) => p.positioned);
  const stage =
    subgroups && shared && !positioned
      ? subgroupStage(kernel, parts)
      : firstStage(kernel, plan, parts, words, subgroups);
  return { scratchBytes: 0, stages: [stage] };
}

// The parts of a shader that a way of joining needs.
function frame(parts: readonly Part[], sharing: Sharing) {
  const bySubgroups = joinsBySubgroups(parts, sharing);
  return {
    directives: bySubgroups ? subgroupNeeds.directives : [],
    head:
      (sharing.lanes > 1 ? sharedArrays(parts, sharing) : '') +
      mainHead(sharing.size, bySubgroups ? subgroupNeeds.parameters : []),
  };
}

function firstStage(
  kernel: NestKernel,
  plan: ReducePlan,
  parts: Part[],
  words: number,
  subgroups: boolean,
): Stage {
  const { outputs, lanes, splits, lanesFirst } = plan;
  const size = outputs * lanes;
  const sharing = { size, lanes, stride: lanesFirst ? 1 : outputs, subgroups };
  const { directives, head } = frame(parts, sharing);
  const total = sizeOf(kernel.axes);
  const extent = sizeOf(kernel.reduceAxes);
  const groups = Math.ceil(total / outputs);
  const chunk = Math.ceil(extent / splits);
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
    directives,
    workgroups: groups * splits,
    body(access) {
      const place = [
        ...(split
          ? [
              `let part = ${quotient('i32(group)', groups)};`,
              `let tile = u32(${remainder('i32(group)', groups)});`,
            ]
          : ['let tile = group;']),
        `let lane = i32(lid ${lanesFirst ? `% ${lanes}u` : `/ ${outputs}u`});`,
        `let flat = i32(tile * ${outputs}u + lid ${lanesFirst ? `/ ${lanes}u` : `% ${outputs}u`});`,
        // threads beyond the end repeat the last output, since they must reach the barriers
        `let o = min(flat, ${sizeText(total - 1)});`,
        ...splitFlat('o', kernel.axes, (i) => `i${i}`),
        ...declarations(parts, 'acc'),
      ];
      const loop =
        lanes === 1 && !split && kernel.reduceAxes.length > 1
          ? nestedLoops(kernel, parts, access.load)
          : flatLoop(kernel, parts, access.load, {
              begin: split ? `part * ${sizeText(chunk)}` : '0i',
              end: split
                ? `min((part + 1i) * ${sizeText(chunk)}, ${sizeText(extent)})`
                : sizeText(extent),
              length: chunk,
              lanes: `${lanes}i`,
              lanesGuess: lanes,
            });
      const scratch = kernel.inputs.length;
      const finish = split
        ? partialStores(parts, words, splits).map(({ at, value }) =>
            access.store(scratch, at, value),
          )
        : results(kernel, parts, access);
      const joined = lanes > 1 ? joinLanes(parts, sharing) : [];
      return `${head}${block([...place, ...loop, ...joined])}  if ((lane == 0i) & (flat < ${sizeText(total)})) {
${block(finish, 2)}  }
}
`;
    },
  };
}

const results = (kernel: NestKernel, parts: readonly Part[], access: Access): string[] => {
  const { lines, values } = resultTexts(kernel, parts, access.load);
  return [...lines, ...values.map((v, j) => access.store(kernel.inputs.length + j, 'o', v))];
};

// A subgroup an output: no workgroup memory and no barriers. A workgroup has eight outputs; its subgroups,
// however many they are, take them in turn.
function subgroupStage(kernel: NestKernel, parts: Part[]): Stage {
  const outputs = 8;
  const total = sizeOf(kernel.axes);
  const extent = sizeOf(kernel.reduceAxes);
  return {
    name: 'reduce by subgroups',
    operands: nestOperands(kernel),
    directives: subgroupNeeds.directives,
    workgroups: Math.ceil(total / outputs),
    body: (
      access,
    ) => `${mainHead(outputs * 32, subgroupNeeds.parameters)}  let lane = i32(subgroupLane);
  for (var turn = 0u; turn < ${outputs}u; turn += subgroups) {
    let flat = i32(group * ${outputs}u + turn + subgroup);
    let live = (turn + subgroup < ${outputs}u) & (flat < ${total}i);
    let o = min(flat, ${total - 1}i);
${block(
  [
    ...splitFlat('o', kernel.axes, (i) => `i${i}`),
    ...declarations(parts, 'acc'),
    ...flatLoop(kernel, parts, access.load, {
      begin: '0i',
      end: `select(0i, ${extent}i, live)`,
      length: extent,
      lanes: 'i32(subgroupSize)',
      lanesGuess: 32,
    }),
    ...joinSubgroup(parts),
    'if ((lane == 0i) & live) {',
    ...results(kernel, parts, access).map((l) => `  ${l}`),
    '}',
  ],
  2,
)}  }
}
`,
  };
}

// The first half without barriers: a thread a split, every splits-th term each.
function threadStage(kernel: NestKernel, plan: ReducePlan, parts: Part[], words: number): Stage {
  const { splits, lanesFirst, outputs: size } = plan;
  const total = sizeOf(kernel.axes);
  const extent = sizeOf(kernel.reduceAxes);
  const [part, o] = lanesFirst
    ? [remainder('thread', splits), quotient('thread', splits)]
    : [quotient('thread', total), remainder('thread', total)];
  const inputs = nestOperands(kernel).filter((operand) => !operand.write);
  return {
    name: 'reduce, first half',
    operands: [...inputs, { arg: 'scratch', dtype: 'u32', write: true }],
    workgroups: Math.ceil((total * splits) / size),
    body: (access) => `${mainHead(size)}${block([
      `let thread = i32(group * ${size}u + lid);`,
      `if (thread >= ${sizeText(total * splits)}) { return; }`,
      `let part = ${part};`,
      `let o = ${o};`,
      'let lane = part;',
      ...splitFlat('o', kernel.axes, (i) => `i${i}`),
      ...declarations(parts, 'acc'),
      ...flatLoop(kernel, parts, access.load, {
        begin: '0i',
        end: sizeText(extent),
        length: extent,
        lanes: sizeText(splits, 'splits'),
        lanesGuess: splits,
      }),
      ...partialStores(parts, words, splits).map(({ at, value }) =>
        access.store(kernel.inputs.length, at, value),
      ),
    ])}}
`,
  };
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
  const base = `(o * ${sizeText(splits)} + part) * ${words}i`;
  return parts.flatMap((p, k) => [
    { at: `${base} + ${p.word}i`, value: asBits(p.type, `acc${k}`) },
    ...(p.positioned
      ? [{ at: `${base} + ${p.word + 1}i`, value: asBits('i32', `acc${k}at`) }]
      : []),
  ]);
}

// joins the parts of each output: one small workgroup an output, or one thread for CPU adapters
function secondStage(
  kernel: NestKernel,
  plan: ReducePlan,
  parts: Part[],
  words: number,
  subgroups: boolean,
): Stage {
  const size = 64;
  const alone = plan.lanes === 1;
  const sharing = { size, lanes: alone ? 1 : size, stride: 1, subgroups };
  const { directives, head } = frame(parts, sharing);
  const total = sizeOf(kernel.axes);
  const operands = [
    ...nestOperands(kernel),
    { arg: 'scratch' as const, dtype: 'u32' as const, write: false },
  ];
  const scratch = operands.length - 1;
  return {
    name: 'reduce, second half',
    operands,
    directives,
    workgroups: alone ? Math.ceil(total / size) : total,
    body(access) {
      const word = (p: Part, n: number): string =>
        access.load(
          scratch,
          `(o * ${sizeText(plan.splits, 'splits')} + s) * ${words}i + ${p.word + n}i`,
        );
      const steps = parts.flatMap((p, k) =>
        join(
          p,
          `acc${k}`,
          `acc${k}at`,
          fromBits(p.type, word(p, 0)),
          p.positioned ? fromBits('i32', word(p, 1)) : '',
        ),
      );
      const place = alone
        ? [
            `let o = i32(group * ${size}u + lid);`,
            `if (o >= ${sizeText(total)}) { return; }`,
            'let lane = 0i;',
          ]
        : ['let o = i32(group);', 'let lane = i32(lid);'];
      return `${head}${block([
        ...place,
        ...splitFlat('o', kernel.axes, (i) => `i${i}`),
        ...declarations(parts, 'acc'),
        `for (var s = lane; s < ${sizeText(plan.splits, 'splits')}; s += ${sharing.lanes}i) {`,
        ...steps.map((l) => `  ${l}`),
        '}',
        ...(alone ? [] : joinLanes(parts, sharing)),
        'if (lane == 0i) {',
        ...results(kernel, parts, access).map((l) => `  ${l}`),
        '}',
      ])}}
`;
    },
  };
}
