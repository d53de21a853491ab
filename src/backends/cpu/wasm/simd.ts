// Which vector instructions generators write for: 'plain' multiplies and adds in 128 bits; 'fused' has fused
// multiply-add (relaxed SIMD); 'wide' has it too and writes neighbouring vectors in step, in shapes that V8
// joins to vectors of 256 bits (wide.ts).
import { hasRelaxedSimd } from './assembler.ts';

/** Vector instructions of a machine. */
export type Simd = 'plain' | 'fused' | 'wide';

/** Whether products and sums are rounded once. */
export const isFused = (simd: Simd): boolean => simd !== 'plain';

/** The instructions that need no trial: 128 bits, fused where that can be compiled. */
export const usualSimd = (): Simd => (hasRelaxedSimd() ? 'fused' : 'plain');
