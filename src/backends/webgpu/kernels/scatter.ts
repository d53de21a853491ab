// out = base; out[index[i]] += source[i], without atomics: the indices are sorted (stably), and every
// output element finds its run by binary search and adds it up in order. The same bits every time.
import type { SpecialKernel } from '../../../compiler/program.ts';
import { computeType } from '../../../tensor/dtype.ts';
import type { ScatterAddSpec } from '../../../tensor/kernels.ts';
import { typeName } from '../wgsl/scalar.ts';
import { mainHead, type Operand, type Stage, type Stages } from '../wgsl/stage.ts';
import { sortScratchBytes, sortStages } from './sort.ts';

/** The dispatches of a scatter-add. */
export function scatterStages(kernel: SpecialKernel, s: ScatterAddSpec): Stages {
  const type = typeName(computeType(kernel.outputs[0]));
  const total = s.rows * s.inner;
  const base: Operand = { arg: 0, dtype: kernel.inputs[0], write: false };
  const index: Operand = { arg: 1, dtype: kernel.inputs[1], write: false };
  const source: Operand = { arg: 2, dtype: kernel.inputs[2], write: false };
  const out: Operand = { arg: 3, dtype: kernel.outputs[0], write: true };
  const few = s.count <= 32;
  const order: Operand = { arg: 'scratch', dtype: 'i32', write: false };
  const gather: Stage = {
    name: 'scatter-add',
    operands: few ? [base, index, source, out] : [base, index, source, out, order],
    workgroups: Math.ceil(total / 64),
    body(access) {
      const add = (i: string): string =>
        `sum += ${access.load(2, `${i} * ${s.inner}i + flat % ${s.inner}i`)};`;
      const head = `${mainHead(64)}  let flat = i32(group * 64u + lid);
  if (flat >= ${total}i) { return; }
  let row = flat / ${s.inner}i;
  var sum: ${type} = ${access.load(0, 'flat')};
`;
      const loop = few
        ? `  for (var i = 0i; i < ${s.count}i; i++) {
    if (${access.load(1, 'i')} == row) { ${add('i')} }
  }
`
        : `  var low = 0i;
  var high = ${s.count}i;
  loop {
    if (low >= high) { break; }
    let mid = (low + high) / 2i;
    if (${access.load(1, access.load(4, 'mid'))} < row) { low = mid + 1i; } else { high = mid; }
  }
  for (; low < ${s.count}i; low++) {
    let i = ${access.load(4, 'low')};
    if (${access.load(1, 'i')} != row) { break; }
    ${add('i')}
  }
`;
      return `${head}${loop}  ${access.store(3, 'flat', 'sum')}
}
`;
    },
  };
  if (few) return { scratchBytes: 0, stages: [gather] };
  // the order takes the first `count` words of the scratch, the passes of the sort the rest
  const sorted: Operand = { arg: 'scratch', dtype: 'i32', write: true };
  return {
    scratchBytes: s.count * 4 + sortScratchBytes(1, s.count),
    stages: [...sortStages(index, sorted, 1, s.count, false, s.count), gather],
  };
}
