import type { Band } from './emoji-palette.mjs';

/** Pictures of `size` x `size` pixels as a part of emoji.bin before compression. */
export function packed(pictures: readonly Band[][], size: number): Uint8Array;
