// PyTorch's own operator samples on WebGPU, a few of each kind: every eighth case of the folder. All of them:
// npm run golden -- test/golden/fixtures/operators --device webgpu --group torch_f32 --group extremal_f32
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { use } from '../support/devices.ts';
import { fixtures, readGolden } from './golden.ts';
import { adapterOf } from './groups.ts';
import { details } from './report.ts';
import { runGroup } from './run-cases.ts';
import { needsF64, needsSubnormals, settings } from './settings.ts';

const folder = join(fixtures, 'operators');

beforeAll(async () => {
  await use('webgpu');
});

it.each(['torch_f32', 'extremal_f32'])('%s', { timeout: 400_000 }, async (group) => {
  const golden = readGolden(group, folder);
  const chosen = new Set(golden.cases.filter((_, i) => i % 8 === 3));
  const report = await runGroup(golden, adapterOf(group), {
    factor: settings.webgpu.factor,
    only: (c) => chosen.has(c),
    // infinities and NaN are in: software adapters keep them
    except: (c) => needsF64(c) || needsSubnormals(c),
  });
  const wrong = details([report]).filter((line) => !line.startsWith('excepted'));
  expect(wrong).toEqual([]);
  expect(report.counts.passed).toBeGreaterThan(140);
});
