// Stable argsort. Keys become u32 that order as the values do (-0 as 0, NaN last either way). Blocks of
// 256 are ranked by counting, then runs are merged pairwise: every element finds its place in the
// sibling run by binary search, so that no thread waits for another.
import type { SpecialKernel } from '../../../compiler/program.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { computeType } from '../../../tensor/dtype.ts';
import type { ArgsortSpec } from '../../../tensor/kernels.ts';
import { type Access, mainHead, type Operand, type Stage, type Stages } from '../wgsl/stage.ts';

const blockSize = 256;

// NaN maps to 0xffffffff, which no other float takes in either direction
function keyText(dtype: DType, descending: boolean, value: string): string {
  const flip = descending ? '~' : '';
  switch (computeType(dtype)) {
    case 'f32':
      return `  let x = ${value};
  if (isNaN(x)) { return 0xffffffffu; }
  let u = select(bitcast<u32>(x), 0u, x == 0f);
  let k = select(u | 0x80000000u, ~u, (u >> 31u) == 1u);
  return ${flip}k;`;
    case 'i32':
      return `  return ${flip}(bitcast<u32>(${value}) ^ 0x80000000u);`;
    case 'bool':
      return `  return ${flip}select(0u, 1u, ${value});`;
    default:
      return `  return ${flip}(${value});`;
  }
}

const keyFunction = (dtype: DType, descending: boolean, access: Access): string =>
  `fn key(at: i32) -> u32 {\n${keyText(dtype, descending, access.load(0, 'at'))}\n}\n`;

/** Stages that sort rows of operand `keys`; the result goes to `out`, passes use scratch memory. */
export function sortStages(
  keys: Operand,
  out: Operand,
  rows: number,
  n: number,
  descending: boolean,
  scratchWord: number,
): Stage[] {
  const total = rows * n;
  const runs: number[] = [];
  for (let width = blockSize; width < n; width *= 2) runs.push(width);
  const scratch: Operand = { arg: 'scratch', dtype: 'i32', write: true };
  // buffers alternate so that the last pass writes `out`: 0 is `out`, 1 and 2 halves of the scratch
  const place = (pass: number): { base: number; out: boolean } => {
    const left = runs.length - pass;
    return left === 0
      ? { base: 0, out: true }
      : { base: scratchWord + (left % 2) * total, out: false };
  };
  const operands: Operand[] = runs.length > 0 ? [keys, out, scratch] : [keys, out];
  const write = (
    access: Access,
    to: { base: number; out: boolean },
    at: string,
    v: string,
  ): string => (to.out ? access.store(1, at, v) : access.store(2, `${to.base}i + ${at}`, v));
  const perRow = Math.ceil(n / blockSize);
  const ranking: Stage = {
    name: 'argsort, blocks',
    operands,
    workgroups: rows * perRow,
    body: (
      access,
    ) => `${keyFunction(keys.dtype, descending, access)}var<workgroup> keys: array<u32, ${blockSize}>;
${mainHead(blockSize)}  let row = i32(group / ${perRow}u) * ${n}i;
  let first = i32(group % ${perRow}u) * ${blockSize}i;
  let length = min(${n}i - first, ${blockSize}i);
  let i = i32(lid);
  if (i < length) { keys[lid] = key(row + first + i); }
  workgroupBarrier();
  if (i < length) {
    let own = keys[lid];
    var rank = 0i;
    for (var j = 0i; j < length; j++) {
      let other = keys[j];
      rank += select(0i, 1i, (other < own) | ((other == own) & (j < i)));
    }
    ${write(access, place(0), 'row + first + rank', 'first + i')}
  }
}
`,
  };
  const merges = runs.map(
    (width, pass): Stage => ({
      name: `argsort, merge ${width}`,
      operands,
      workgroups: Math.ceil(total / 64),
      body: (
        access,
      ) => `${keyFunction(keys.dtype, descending, access)}${mainHead(64)}  let flat = i32(group * 64u + lid);
  if (flat >= ${total}i) { return; }
  let row = flat / ${n}i * ${n}i;
  let p = flat - row;
  let start = p / ${2 * width}i * ${2 * width}i;
  let middle = min(start + ${width}i, ${n}i);
  let end = min(start + ${2 * width}i, ${n}i);
  let left = p < middle;
  let index = ${access.load(2, `${place(pass).base}i + flat`)};
  let own = key(row + index);
  var low = select(start, middle, left);
  let lowest = low;
  var high = select(middle, end, left);
  loop {
    if (low >= high) { break; }
    let mid = (low + high) / 2i;
    let other = key(row + ${access.load(2, `${place(pass).base}i + row + mid`)});
    if ((other < own) | ((other == own) & !left)) { low = mid + 1i; } else { high = mid; }
  }
  let rank = p - select(middle, start, left) + (low - lowest) + start;
  ${write(access, place(pass + 1), 'row + rank', 'index')}
}
`,
    }),
  );
  return [ranking, ...merges];
}

/** Bytes of scratch that `sortStages` uses. */
export const sortScratchBytes = (rows: number, n: number): number =>
  n > blockSize ? rows * n * 8 : 0;

/** The dispatches of an argsort. */
export function argsortStages(kernel: SpecialKernel, s: ArgsortSpec): Stages {
  return {
    scratchBytes: sortScratchBytes(s.rows, s.n),
    stages: sortStages(
      { arg: 0, dtype: kernel.inputs[0], write: false },
      { arg: 1, dtype: kernel.outputs[0], write: true },
      s.rows,
      s.n,
      s.descending,
      0,
    ),
  };
}
