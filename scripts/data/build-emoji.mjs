// Builds data/emoji.json and data/emoji.bin, the text-and-image data set of the shipped models, out
// of the icon packages pinned in this folder's package-lock.json:
//
//   cd scripts/data && npm ci && node build-emoji.mjs [output folder]
//
// emoji.bin is gzip streams one after the other, which every browser and Node decompress by
// themselves: one for each style and group of emoji, so that a reader decompresses only what it wants
// (emoji-pack.mjs says what is in one). Pictures are brought down to palettes (emoji-palette.mjs); RGB
// bytes as they are would take twice as much. The compressor is plain JavaScript and its version is pinned,
// so that the same packages give the same bytes everywhere.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';
import { attribution } from './emoji-attribution.mjs';
import { packed } from './emoji-pack.mjs';
import { banded, difference } from './emoji-palette.mjs';
import { rasterise, size } from './emoji-raster.mjs';
import { concepts, pictures, styles, versionOf } from './emoji-sources.mjs';
import { conceptHeldOut, pairHeldOut } from './emoji-split.mjs';

const out = process.argv[2]
  ? `${process.argv[2]}/`
  : fileURLToPath(new URL('../../data/', import.meta.url));
const list = concepts();
const seen = new Map(list.map(({ hexcode }) => [hexcode, { styles: [], heldOut: [] }]));
const rows = [];
const parts = [];
const streams = [];

/** Compresses the pictures of one style and group. */
function addPart(style, group, pictures) {
  const bytes = packed(pictures, size);
  const stream = gzipSync(bytes, { level: 9, mem: 12, mtime: 0 });
  const crc32 = new DataView(stream.buffer, stream.byteOffset).getUint32(stream.length - 8, true);
  const { length: count } = pictures;
  parts.push({ style, group, count, packed: stream.length, bytes: bytes.length, crc32 });
  streams.push(stream);
}

/** What was lost of pictures, and the colours that are left. */
function report(title, list) {
  const by = (key) => list.map((picture) => picture[key]);
  const mean = (key) => by(key).reduce((a, b) => a + b, 0) / list.length;
  const worst = list.reduce((a, b) => (b.psnr < a.psnr ? b : a));
  console.log(
    `${title}: ${list.length} pictures of ${mean('colours').toFixed(0)} colours, PSNR ` +
      `${mean('psnr').toFixed(1)} dB, at least ${worst.psnr.toFixed(1)} (${worst.name}), ` +
      `mean error ${mean('mean').toFixed(2)}, at most ${Math.max(...by('most'))}`,
  );
}
const quality = [];

for (const style of styles) {
  const found = pictures(style, list);
  const groups = new Map();
  const errors = [];
  for (const concept of list) {
    const picture = found.get(concept.hexcode);
    if (!picture) continue;
    let pixels;
    try {
      pixels = await rasterise(picture);
    } catch (error) {
      throw new Error(`${style.package}: cannot draw ${concept.name}: ${error.message}`);
    }
    const bands = banded(pixels);
    groups.set(concept.group, [...(groups.get(concept.group) ?? []), bands]);
    const colours = bands.reduce((sum, { palette }) => sum + palette.length, 0);
    errors.push({ name: `${style.id} ${concept.name}`, colours, ...difference(pixels, bands) });
    const entry = seen.get(concept.hexcode);
    entry.styles.push(style.id);
    if (!conceptHeldOut(concept) && pairHeldOut(concept, style.id)) entry.heldOut.push(style.id);
  }
  for (const [group, drawn] of groups) addPart(style.id, group, drawn);
  report(style.id, errors);
  quality.push(...errors);
  const count = errors.length;
  const { id, title, author, url, licence } = style;
  rows.push({
    id,
    title,
    author,
    url,
    licence,
    package: style.package,
    version: versionOf(style.package),
    count,
  });
}

// One line a concept, so that a change of the data shows as a readable difference.
const lines = list.map((concept) => {
  const { hexcode, name, group, subgroup, keywords } = concept;
  const { styles: drawn, heldOut } = seen.get(hexcode);
  // A concept that would keep no picture for training keeps them all.
  const pairs = heldOut.length < drawn.length ? heldOut : [];
  return JSON.stringify({
    hexcode,
    name,
    group,
    subgroup,
    keywords,
    styles: drawn,
    heldOut: conceptHeldOut(concept) ? true : pairs,
  });
});
const head = { format: 'wgrad-emoji', version: 2, size, count: quality.length };
const manifest = `{
${JSON.stringify(head).slice(1, -1)},
"styles": [
${rows.map((row) => JSON.stringify(row)).join(',\n')}
],
"parts": [
${parts.map((part) => JSON.stringify(part)).join(',\n')}
],
"concepts": [
${lines.join(',\n')}
]
}
`;
JSON.parse(manifest);

mkdirSync(`${out}licences`, { recursive: true });
const bin = Buffer.concat(streams);
const files = { 'emoji.bin': bin, 'emoji.json': manifest, ...attribution(rows, versionOf) };
for (const [name, content] of Object.entries(files)) writeFileSync(out + name, content);
const bytes = Object.keys(files).reduce((sum, name) => sum + readFileSync(out + name).length, 0);
report('all', quality);
console.log(`${list.length} concepts, ${(bytes / 1e6).toFixed(2)} MB`);
if (bytes > 13.5e6) throw new Error('the packed data set is larger than 13.5 MB');
