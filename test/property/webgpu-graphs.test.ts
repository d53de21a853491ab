// Random graphs, random shapes, random numbers and long sums on WebGPU: fewer runs and, for derivatives,
// smaller graphs than on the CPU, since each new kernel is a pipeline that the driver must compile.
import { describe, it, vi } from 'vitest';
import { longSums } from '../engine/numbers.ts';
import { donationChangesNothing } from './donation.ts';
import * as graphs from './graphs.ts';
import { floats, integers } from './out-of-range.ts';
import { closeNormals, reproducesThreefry, sameBits } from './random.ts';
import * as shapes from './shapes.ts';
import * as windows from './windows.ts';

vi.setConfig({ testTimeout: 240_000 });

describe('webgpu', () => {
  it('agrees with the oracle on random graphs', () => graphs.valuesAgree('webgpu', 2e-4, 4));
  it('agrees on their derivatives', () => graphs.gradientsAgree('webgpu', 1e-3, 2, 10));
  it('gives the same when compiled', () => graphs.compilingChangesNothing('webgpu', 2e-4, 1, 10));
  it('gives the same when it recomputes', () =>
    graphs.checkpointChangesNothing('webgpu', 1e-3, 1, 10));
  it('broadcasts', () => shapes.elementwise('webgpu', 12));
  it('reduces any axes', () => shapes.reduced('webgpu', 12));
  it('multiplies vectors, batches and zero sizes', () => shapes.products('webgpu', 10));
  it('convolves', () => windows.convolved('webgpu', 2));
  it('convolves backwards', () => windows.transposed('webgpu', 4));
  it('pools', () => windows.pooled('webgpu', 2));
  it('makes floats NaN at indices out of range', () => floats('webgpu'));
  it('has no sign for integers there', () => integers('webgpu'));
  it('reproduces the published threefry vectors', () => reproducesThreefry('webgpu'));
  it('has the same bits for the same seed', () => sameBits('webgpu'));
  it('has the same normals to a few ulp', () => closeNormals('webgpu'));
  it('gives the same when arguments are donated', () => donationChangesNothing('webgpu', 20));
  it('sums 4,194,304 squares to 1e-6', () => longSums('webgpu'));
});
