#!/usr/bin/env node
// Measures what an application pays for wgrad, minified and compressed with gzip -9:
//
//   node scripts/size.mjs            a core of four names, a subpath by itself, and the whole library
//
// The backends are loaded on demand, one of them per page; they are listed by themselves.

import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, bundleApplication, libraryNames } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const applications = {
  'core: tensor, grad, compile, matmul':
    "import { compile, grad, matmul, tensor } from 'wgrad'; " +
    'globalThis.app = { compile, grad, matmul, tensor };',
  'wgrad/nn: Linear, MLP':
    "import { Linear, MLP } from 'wgrad/nn'; globalThis.app = { Linear, MLP };",
  'the same from wgrad':
    "import { nn } from 'wgrad'; globalThis.app = { Linear: nn.Linear, MLP: nn.MLP };",
  'the whole library': "import * as wgrad from 'wgrad'; globalThis.app = { ...wgrad };",
};
const kB = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
const row = (name, { bytes, gzip }) => console.log(`  ${name.padEnd(38)}${kB(bytes)}${kB(gzip)}`);
const total = (parts) => ({
  bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
  gzip: parts.reduce((sum, part) => sum + part.gzip, 0),
});

const folder = mkdtempSync(join(root, 'node_modules', '.wgrad-size-'));
try {
  const library = relative(root, folder);
  await bundle(library, libraryNames);
  console.log(`${' '.repeat(38)}  minified    gzip`);
  for (const [title, code] of Object.entries(applications)) {
    const { parts } = await bundleApplication(code, library);
    console.log(title);
    row('loaded at once', total(parts.filter((part) => part.atOnce)));
    for (const part of parts.filter((p) => !p.atOnce)) row(`on demand: ${part.name}`, part);
  }
} finally {
  rmSync(folder, { recursive: true });
}
