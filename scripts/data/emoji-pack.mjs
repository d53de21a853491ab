// What a part of emoji.bin holds before compression. One byte a picture: the number of its bands. One byte a
// band: the number of its colours less one. Then the palettes, each as its reds, greens and blues, and each of
// these as differences (modulo 256) from the colour before. Then the pixels as places in the palette, band
// after band, column after column: what is symmetric repeats that way (5 % smaller than rows).

/** Pictures of `size` x `size` pixels (see `banded`) as bytes. */
export function packed(pictures, size) {
  const bands = pictures.flat();
  const palettes = bands.flatMap(({ palette }) =>
    [0, 1, 2].flatMap((c) => palette.map((colour, i) => colour[c] - (palette[i - 1]?.[c] ?? 0))),
  );
  const columns = bands.map(({ indices }) => {
    const rows = indices.length / size;
    return indices.map((_, i) => indices[(i % rows) * size + Math.floor(i / rows)]);
  });
  const counts = [
    ...pictures.map((list) => list.length),
    ...bands.map((b) => b.palette.length - 1),
  ];
  return Buffer.concat([Uint8Array.from(counts), Uint8Array.from(palettes), ...columns]);
}
