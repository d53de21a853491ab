#!/usr/bin/env node
// Builds dist/: one ESM bundle with two entries (library and command) that share chunks, and the
// declarations. Packages stay outside the bundle. The library entry runs in browsers too, so this
// script refuses a bundle whose entry reaches a node-only module by anything but `import()`.

import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const entries = { index: 'src/index.ts', cli: 'src/cli/main.ts' };
const nodeOnly = /^(node:|sharp$|webgpu$|commander$|cli-progress$)/;

/** External modules that `output` loads without being asked: the closure of its static imports. */
function staticExternals(outputs, output, seen = new Set()) {
  if (seen.has(output)) return [];
  seen.add(output);
  return outputs[output].imports
    .filter((i) => i.kind === 'import-statement')
    .flatMap((i) => (i.external ? [i.path] : staticExternals(outputs, i.path, seen)));
}

async function bundle() {
  const esbuild = await import('esbuild');
  const entryPoints = Object.fromEntries(Object.entries(entries).filter(([, f]) => existsSync(f)));
  const { metafile } = await esbuild.build({
    entryPoints,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    // neither 'node' nor 'browser': the same files serve both
    platform: 'neutral',
    packages: 'external',
    target: 'es2022',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  const leaked = metafile.outputs['dist/index.js']
    ? staticExternals(metafile.outputs, 'dist/index.js').filter((p) => nodeOnly.test(p))
    : [];
  if (leaked.length) {
    throw new Error(
      `src/index.ts statically reaches ${[...new Set(leaked)].join(', ')}; ` +
        'browsers cannot load that: use a dynamic import()',
    );
  }
  if (existsSync('dist/cli.js')) {
    const code = readFileSync('dist/cli.js', 'utf8');
    if (!code.startsWith('#!')) writeFileSync('dist/cli.js', `#!/usr/bin/env node\n${code}`);
    chmodSync('dist/cli.js', 0o755);
  }
}

/** tsc has no API worth its import time here; its own command prints the errors best. */
function declarations() {
  return new Promise((resolve, reject) => {
    const args = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
    spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (code) =>
      code === 0 ? resolve() : reject(new Error('the declarations were not written (tsc failed)')),
    );
  });
}

function isFresh() {
  const stamp = 'dist/types/index.d.ts'; // written last
  if (!existsSync(stamp) || !existsSync('dist/cli.js')) return false;
  const built = statSync(stamp).mtimeMs;
  const sources = readdirSync('src', { recursive: true }).map((name) => join('src', String(name)));
  return [...sources, 'package.json'].every((file) => statSync(file).mtimeMs < built);
}

if (!existsSync('node_modules/esbuild')) {
  // `npm ci --omit=dev` runs `prepare` as well; a dist/ that is there already is good enough then.
  const built = existsSync('dist/index.js');
  console.error(`build skipped: esbuild is not installed${built ? '' : ', and there is no dist/'}`);
  process.exit(built ? 0 : 1);
}
if (!Object.values(entries).some((f) => existsSync(f))) {
  console.error('build skipped: there is no src/ to build yet');
  process.exit(0);
}
// npm runs `prepare` at odd times too (the first `npx wgrad` in a checkout): a dist/ that is newer
// than every source stays, lest a running `wgrad train` lose its chunks.
if (process.env.npm_lifecycle_event === 'prepare' && isFresh()) process.exit(0);
rmSync('dist', { recursive: true, force: true });
try {
  await Promise.all([bundle(), existsSync(entries.index) ? declarations() : undefined]);
} catch (error) {
  rmSync('dist', { recursive: true, force: true }); // half a dist/ would look fresh
  console.error(`build failed: ${error.message}`);
  process.exit(1);
}
