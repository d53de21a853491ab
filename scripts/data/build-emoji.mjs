// Builds data/emoji.json and data/emoji.bin, the text-and-image data set of the shipped models, out
// of the icon packages pinned in this folder's package-lock.json:
//
//   cd scripts/data && npm ci && node build-emoji.mjs [output folder]
//
// emoji.bin is one gzip stream of plain RGB bytes (pictures one after the other, 32 rows of 32
// pixels), which every browser and Node decompress by themselves. Predictors as in PNG were
// measured and made it larger: most of a drawing is flat colour that repeats exactly. The
// compressor is plain JavaScript and its version is pinned, so that the same packages give the
// same bytes everywhere.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';
import { attribution } from './emoji-attribution.mjs';
import { rasterise, size } from './emoji-raster.mjs';
import { concepts, pictures, styles, versionOf } from './emoji-sources.mjs';
import { conceptHeldOut, pairHeldOut } from './emoji-split.mjs';

const out = process.argv[2]
  ? `${process.argv[2]}/`
  : fileURLToPath(new URL('../../data/', import.meta.url));
const list = concepts();
const seen = new Map(list.map(({ hexcode }) => [hexcode, { styles: [], heldOut: [] }]));
const rows = [];
const images = [];

for (const style of styles) {
  const found = pictures(style, list);
  let count = 0;
  for (const concept of list) {
    const picture = found.get(concept.hexcode);
    if (!picture) continue;
    try {
      images.push(await rasterise(picture));
    } catch (error) {
      throw new Error(`${style.package}: cannot draw ${concept.name}: ${error.message}`);
    }
    const entry = seen.get(concept.hexcode);
    entry.styles.push(style.id);
    if (!conceptHeldOut(concept) && pairHeldOut(concept, style.id)) entry.heldOut.push(style.id);
    count++;
  }
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
  console.log(`${id}: ${count} pictures`);
}

const raw = Buffer.concat(images);
const packed = gzipSync(raw, { level: 9, mem: 12, mtime: 0 });
const crc32 = new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 8, true);

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
const head = { format: 'wgrad-emoji', version: 1, size, count: images.length, crc32 };
const manifest = `{
${JSON.stringify(head).slice(1, -1)},
"styles": [
${rows.map((row) => JSON.stringify(row)).join(',\n')}
],
"concepts": [
${lines.join(',\n')}
]
}
`;
JSON.parse(manifest);

mkdirSync(`${out}licences`, { recursive: true });
const files = { 'emoji.bin': packed, 'emoji.json': manifest, ...attribution(rows, versionOf) };
for (const [name, content] of Object.entries(files)) writeFileSync(out + name, content);
const bytes = Object.keys(files).reduce((sum, name) => sum + readFileSync(out + name).length, 0);
console.log(`${images.length} pictures of ${list.length} concepts, ${(bytes / 1e6).toFixed(2)} MB`);
if (bytes > 12e6) throw new Error('the packed data set is larger than 12 MB');
