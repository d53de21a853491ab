// A picture in memory.

/** Pixels of one picture: `[height, width, 3]`, red, green, blue in 0 .. 255, rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}
