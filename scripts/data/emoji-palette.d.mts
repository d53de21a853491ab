/** A band of a picture: its colours, and the place of each pixel's colour among them. */
export interface Band {
  palette: number[][];
  indices: Uint8Array;
}
/** RGB bytes as bands of equally many rows, from the top. */
export function banded(pixels: Uint8Array): Band[];
/** How far the pixels of a picture are from those of bands, in steps of a channel and in dB. */
export function difference(
  pixels: Uint8Array,
  bands: readonly Band[],
): { meanSquare: number; psnr: number; mean: number; most: number };
