// Bundles the sources with esbuild: the files of dist/, and how small an application that uses them
// gets. One set of files serves Node and browsers: what only Node has (node:*, sharp,
// webgpu) is reached by dynamic import() alone, and those imports are written so that an
// application's bundler does not try to follow them. build.mjs, size.mjs and the browser test use it.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const nodeOnly = /^(node:|sharp$|pngjs$|webgpu$|commander$|cli-progress$)/;

// What package.json exports is what is built: `./nn` with dist/nn.js and dist/types/nn/index.d.ts comes
// from src/nn/index.ts.
/** The source file of each entry of the library. */
export const librarySources = Object.fromEntries(
  Object.values(packageJson.exports)
    .filter((target) => target.types)
    .map(({ types, default: file }) => [
      file.replace(/^\.\/dist\/|\.js$/g, ''),
      types.replace(/^\.\/dist\/types\/(.*)\.d\.ts$/, 'src/$1.ts'),
    ]),
);
const entries = { ...librarySources, cli: 'src/cli/main.ts' };

/** The names of the library's entries: `index` and one for each subpath. */
export const libraryNames = Object.keys(librarySources);

// Whoever imports a subpath alone reads values too, so each entry brings the runtime along (src/index.ts
// has it anyway). The chunks are shared: one registry, one device.
const withRuntime = {
  name: 'with-runtime',
  setup(build) {
    build.onResolve({ filter: /^entry:/ }, ({ path }) => ({ path, namespace: 'entry' }));
    build.onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({
      contents:
        "import './src/runtime/evaluate.ts';\n" +
        `export * from './${path.replace('entry:', '')}';`,
      resolveDir: root,
    }));
  },
};

/** External modules that `output` loads without being asked: the closure of its static imports. */
function staticExternals(outputs, output, seen = new Set()) {
  if (seen.has(output)) return [];
  seen.add(output);
  return outputs[output].imports
    .filter((i) => i.kind === 'import-statement')
    .flatMap((i) => (i.external ? [i.path] : staticExternals(outputs, i.path, seen)));
}

// A bundler follows import("node:fs") and fails for browsers, but leaves import(expression) alone.
const hideFromBundlers = (code) =>
  code.replace(
    /\bimport\("(node:[\w/]+|sharp|pngjs|webgpu)"\)/g,
    'import(/* webpackIgnore: true */ /* @vite-ignore */ ["$1"].join())',
  );

// What an application does not use of the library can be dropped if its bundler knows that nothing else
// happens when a declaration is evaluated: operations only register themselves, tables are only built,
// namespaces (wgrad.nn) are objects with getters. Bundlers believe that of functions and plain literals by
// themselves, and of calls that are marked; so whatever else stands behind a `var` becomes a marked call.
function markPure(code) {
  const namespaces = /^var (\w+) = \{\};\n__export\(\1, /gm;
  const gathered = namespaces.test(code)
    ? `${code.replace(namespaces, 'var $1 =\n/* @__PURE__ */ makeNamespace(')}${makeNamespace}`
    : code;
  const tree = ts.createSourceFile('bundle.js', gathered, ts.ScriptTarget.ES2022);
  let marked = '';
  let at = 0;
  for (const statement of tree.statements.filter(ts.isVariableStatement)) {
    for (const { initializer } of statement.declarationList.declarations) {
      if (!initializer || !doesSomething(initializer)) continue;
      const [start, end] = [initializer.getStart(tree), initializer.end];
      marked += `${gathered.slice(at, start)}/* @__PURE__ */ (() => (${gathered.slice(start, end)}))()`;
      at = end;
    }
  }
  return marked + gathered.slice(at);
}

// Whether a bundler would have to keep an expression: it calls, reads a property or spreads.
function doesSomething(node) {
  if (ts.isFunctionLike(node)) return false;
  const acts =
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node);
  return acts || ts.forEachChild(node, doesSomething) === true;
}

const makeNamespace = `
function makeNamespace(getters) {
  const all = {};
  for (const name in getters) Object.defineProperty(all, name, { get: getters[name], enumerable: true });
  return all;
}
`;

// Leaves an error at the first and at the last line of a file, so that the library knows its own stack
// frames by their place when an application's bundle has it in one file with the user's code
// (src/tensor/call-site.ts reads them).
const mark = '(globalThis[Symbol.for("wgrad.marks")] ??= []).push(new Error());';

/**
 * Writes the bundle of `names` (default: the library and the command) into a folder (relative to the
 * root of the project). Throws if the library would make a browser load a module of Node.
 */
export async function bundle(outdir = 'dist', names = Object.keys(entries)) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      names.map((name) => [
        name,
        name in librarySources && name !== 'index' ? `entry:${entries[name]}` : entries[name],
      ]),
    ),
    plugins: [withRuntime],
    outdir,
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
    banner: { js: mark },
    footer: { js: mark },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  for (const name of names.filter((n) => n in librarySources)) {
    const leaked = staticExternals(metafile.outputs, join(outdir, `${name}.js`));
    const bad = new Set(leaked.filter((path) => nodeOnly.test(path)));
    if (bad.size === 0) continue;
    throw new Error(
      `${entries[name]} statically reaches ${[...bad].join(', ')}; ` +
        'browsers cannot load that: use a dynamic import()',
    );
  }
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path.endsWith('.js') ? markPure(hideFromBundlers(text)) : text);
  }
}

/**
 * Bundles an application for browsers the way a user would, against the library in `folder` (
 * written by `bundle`), with nothing declared external. Returns its files by name, the name
 * of the one to start with, the sizes of the parts that are loaded at once and of those that are
 * loaded on demand (the backends), and every import that was left over.
 */
export async function bundleApplication(code, folder = 'dist') {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: code, resolveDir: root, sourcefile: 'application.js' },
    alias: Object.fromEntries(
      libraryNames.map((name) => [
        name === 'index' ? 'wgrad' : `wgrad/${name}`,
        `./${join(folder, `${name}.js`)}`,
      ]),
    ),
    outdir: 'application',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const main = Object.keys(outputs).find((path) => outputs[path].entryPoint === 'application.js');
  const atOnce = new Set();
  const visit = (path) => {
    if (atOnce.has(path)) return;
    atOnce.add(path);
    for (const i of outputs[path].imports) {
      if (i.kind === 'import-statement' && !i.external) visit(i.path);
    }
  };
  visit(main);
  const files = Object.fromEntries(
    outputFiles.map(({ path, text }) => [relative(join(root, 'application'), path), text]),
  );
  const parts = Object.keys(outputs).map((path) => {
    const { contents } = outputFiles.find((file) => file.path.endsWith(path));
    const name = path.replace(/^application\//, '').replace(/(-[A-Z0-9]{8})+\.js$/, '');
    return {
      name,
      atOnce: atOnce.has(path),
      bytes: contents.length,
      gzip: gzipSync(contents, { level: 9 }).length,
    };
  });
  const left = Object.values(outputs).flatMap((output) =>
    output.imports.filter((i) => i.external).map((i) => i.path),
  );
  return { parts, left, files, main: relative('application', main) };
}

/** Puts the first line of a program in front of the command, if it is not there. */
export function withInterpreterLine(path) {
  const code = readFileSync(path, 'utf8');
  if (!code.startsWith('#!')) writeFileSync(path, `#!/usr/bin/env node\n${code}`);
}
