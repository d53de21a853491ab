// Random graphs of thirty operations: planner and CPU against the oracle, fused against unfused, compiled
// against plain, checkpointed against plain. Values, first and second derivatives.
import { describe, it } from 'vitest';
import * as graphs from './graphs.ts';

describe('random graphs of 30 operations', () => {
  it('the planner agrees with the oracle', () => graphs.valuesAgree('program', 1e-6, 40));
  it('the planner agrees with the oracle on derivatives', () =>
    graphs.gradientsAgree('program', 1e-6, 10));
  it('the cpu agrees with the oracle', () => graphs.valuesAgree('cpu', 1e-4, 60));
  it('the cpu agrees with the oracle on derivatives', () => graphs.gradientsAgree('cpu', 5e-4, 15));
  it('fusion changes nothing', () => graphs.fusionChangesNothing('cpu', 1e-4, 10));
  it('compiling changes nothing', () => graphs.compilingChangesNothing('cpu', 1e-4, 10));
  it('recomputing changes nothing', () => graphs.checkpointChangesNothing('cpu', 5e-4, 8));
  it('recomputing changes nothing in the planner', () =>
    graphs.checkpointChangesNothing('program', 1e-6, 3));
});
