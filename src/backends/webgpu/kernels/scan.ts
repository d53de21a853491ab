// Cumulative sum, product and maximum along the middle axis of [outer, length, inner]. Many or short
// lines: one thread a line. Few long ones: one workgroup a line, whose 256 threads reduce a stretch
// each, scan the stretches' results, and walk their stretch again from there.
import type { SpecialKernel } from '../../../compiler/program.ts';
import { computeType } from '../../../tensor/dtype.ts';
import type { ScanSpec } from '../../../tensor/kernels.ts';
import { combineText, identity, typeName } from '../wgsl/scalar.ts';
import { mainHead, type Stages } from '../wgsl/stage.ts';
import { block } from './axes.ts';

/** The dispatch of a scan. */
export function scanStages(kernel: SpecialKernel, s: ScanSpec): Stages {
  const lines = s.outer * s.inner;
  const stretched = s.length > 64 && lines < 1024;
  const type = computeType(kernel.inputs[0]);
  const name = typeName(type);
  const start = identity(s.op, type);
  const join = (a: string, b: string): string => combineText(s.op, type, a, b);
  const step = s.reverse ? `(${s.length - 1}i - t)` : 't';
  const at = `(line / ${s.inner}i * ${s.length}i + ${step}) * ${s.inner}i + line % ${s.inner}i`;
  return {
    scratchBytes: 0,
    stages: [
      {
        name: 'scan',
        operands: [
          { arg: 0, dtype: kernel.inputs[0], write: false },
          { arg: 1, dtype: kernel.outputs[0], write: true },
        ],
        workgroups: stretched ? lines : Math.ceil(lines / 64),
        body(access) {
          const walk = [
            'for (var t = t0; t < t1; t++) {',
            `  let at = ${at};`,
            `  let next = ${join('acc', access.load(0, 'at'))};`,
            `  ${access.store(1, 'at', s.exclusive ? 'acc' : 'next')}`,
            '  acc = next;',
            '}',
          ];
          if (!stretched) {
            return `${mainHead(64)}${block([
              'let line = i32(group * 64u + lid);',
              `if (line >= ${lines}i) { return; }`,
              `let t0 = 0i; let t1 = ${s.length}i;`,
              `var acc: ${name} = ${start};`,
              ...walk,
            ])}}
`;
          }
          const stretch = Math.ceil(s.length / 256);
          return `var<workgroup> shared0: array<${name}, 256>;
${mainHead(256)}${block([
  'let line = i32(group);',
  `let t0 = min(i32(lid) * ${stretch}i, ${s.length}i);`,
  `let t1 = min(t0 + ${stretch}i, ${s.length}i);`,
  `var acc: ${name} = ${start};`,
  `for (var t = t0; t < t1; t++) { acc = ${join('acc', access.load(0, at))}; }`,
  'shared0[lid] = acc;',
  'workgroupBarrier();',
  // inclusive scan over stretches (Hillis and Steele), then shifted by one
  'for (var d = 1u; d < 256u; d *= 2u) {',
  `  var other: ${name} = ${start};`,
  '  if (lid >= d) { other = shared0[lid - d]; }',
  '  workgroupBarrier();',
  `  shared0[lid] = ${join('other', 'shared0[lid]')};`,
  '  workgroupBarrier();',
  '}',
  `acc = ${start};`,
  'if (lid > 0u) { acc = shared0[lid - 1u]; }',
  ...walk,
])}}
`;
        },
      },
    ],
  };
}
