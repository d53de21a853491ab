// Turns one picture of an icon package into 64x64 RGB bytes on white: rasterised at 128x128,
// composited on white, then averaged over 2x2 blocks, so that thin lines keep their weight and no
// resampling filter rings around flat colours.

import sharp from 'sharp';

export const size = 64;
const scale = 2;
const big = size * scale;

function document({ left, top, width, height, body }) {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
      `width="${big}" height="${big}" viewBox="${left} ${top} ${width} ${height}">${body}</svg>`,
  );
}

/** RGB bytes, row by row, of one picture (`{ svg }` or `{ file }`). */
export async function rasterise(picture) {
  const input = picture.file ?? document(picture.svg);
  const { data, info } = await sharp(input)
    .resize(big, big, { fit: 'contain', background: { r: 255, g: 255, b: 255, alpha: 0 } })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== big || info.height !== big || info.channels !== 4) {
    throw new Error(`unexpected raster ${info.width}x${info.height}x${info.channels}`);
  }
  const out = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [r, g, b] = [0, 0, 0];
      for (let i = 0; i < scale * scale; i++) {
        const [row, column] = [y * scale + Math.floor(i / scale), x * scale + (i % scale)];
        const at = (row * big + column) * 4;
        const alpha = data[at + 3];
        const white = 255 * (255 - alpha);
        r += data[at] * alpha + white;
        g += data[at + 1] * alpha + white;
        b += data[at + 2] * alpha + white;
      }
      const to = (y * size + x) * 3;
      const weight = scale * scale * 255;
      out[to] = Math.round(r / weight);
      out[to + 1] = Math.round(g / weight);
      out[to + 2] = Math.round(b / weight);
    }
  }
  return out;
}
