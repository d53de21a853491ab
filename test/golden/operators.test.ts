// PyTorch's own operator samples on the CPU, in f32 and f64: values, gradients, second derivatives, and what
// happens at zeros, ties, infinities and NaN. One test for each group; a failure is a line of its message.
// scripts/golden makes the folder.
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { use } from '../support/devices.ts';
import { fixtures, readGolden } from './golden.ts';
import { adapterOf } from './groups.ts';
import { details } from './report.ts';
import { runGroup } from './run-cases.ts';

const folder = join(fixtures, 'operators');

// [passed, excepted because the difference is meant (deliberate.ts)]
const groups: [string, number, number][] = [
  ['torch_f32', 1198, 0],
  ['torch_f64', 1197, 0],
  ['extremal_f32', 1386, 29],
  ['extremal_f64', 1386, 29],
];

beforeAll(async () => {
  await use('cpu');
});

it.each(groups)('%s', { timeout: 120_000 }, async (group, passed, excepted) => {
  const report = await runGroup(readGolden(group, folder), adapterOf(group));
  const wrong = details([report]).filter((line) => !line.startsWith('excepted'));
  expect(wrong).toEqual([]);
  expect(report.counts).toEqual({ passed, failed: 0, unsupported: 0, excepted });
});
