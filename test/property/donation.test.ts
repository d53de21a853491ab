// Donated arguments, on every device that needs no adapter; WebGPU has its own file.
import { describe, it } from 'vitest';
import { donationChangesNothing } from './donation.ts';

describe('donation changes no result', () => {
  it.each(['program', 'cpu', 'interpret'] as const)('on %s', (device) =>
    donationChangesNothing(device, 300),
  );
});
