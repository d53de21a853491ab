// Nests without reductions: one thread an output element. All values are computed before the first
// store, so an output may overwrite an input that is read at the same position.

import type { NestKernel } from '../../../compiler/program.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import { expressionWriter } from '../wgsl/expression.ts';
import { size as sizeText } from '../wgsl/sizes.ts';
import { mainHead, type Operand, type Stages } from '../wgsl/stage.ts';
import { block, splitFlat } from './axes.ts';

/** Operands of a nest: its inputs, then its outputs. */
export const nestOperands = (kernel: NestKernel): Operand[] => [
  ...kernel.inputs.map((dtype, arg) => ({ arg, dtype, write: false })),
  ...kernel.outputs.map((dtype, j) => ({ arg: kernel.inputs.length + j, dtype, write: true })),
];

/** The dispatch of a nest without reductions. */
export function mapStages(kernel: NestKernel): Stages {
  const total = sizeOf(kernel.axes);
  const size = total <= 64 * 64 ? 64 : 256;
  return {
    scratchBytes: 0,
    stages: [
      {
        name: 'map',
        operands: nestOperands(kernel),
        workgroups: Math.ceil(total / size),
        body(access) {
          const writer = expressionWriter({
            scopes: 1,
            axisScope: () => 0,
            axisText: (axis) => axis,
            load: (buffer, at) => access.load(buffer, at),
          });
          const values = kernel.results.map((e) => writer.value(e));
          const stores = values.map((v, j) => access.store(kernel.inputs.length + j, 'flat', v));
          return `${mainHead(size)}  let flat = i32(group * ${size}u + lid);
  if (flat >= ${sizeText(total)}) { return; }
${block([...splitFlat('flat', kernel.axes, (i) => `i${i}`), ...writer.lines[0], ...stores])}}
`;
        },
      },
    ],
  };
}
