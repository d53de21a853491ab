import { describe, it } from 'vitest';
import * as windows from './windows.ts';

describe('windows on the CPU agree with the oracle', () => {
  it('of transposed convolutions', () => windows.transposed('cpu', 60));
  it('of convolutions', () => windows.convolved('cpu', 40));
  it('of sequences', () => windows.sequences('cpu', 20));
  it('of pooling', () => windows.pooled('cpu', 40));
});
