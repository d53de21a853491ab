// Errors carry the user's line and never one of the library's: from sources, from the built files with and
// without source maps, and out of an application's bundle.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.mjs';
import { foldersOf } from '../../src/tensor/call-site.ts';
import * as ops from '../../src/tensor/ops/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

// The error of one operation, and of one that goes through forty frames of the library.
const application = `
import * as w from 'wgrad';
const messages = [];
const attempt = (f) => { try { f(); } catch (error) { messages.push(error.message.split('\\n').at(-1)); } };
const x = w.zeros([2, 3]);
attempt(function first() { w.matmul(x, x); /* here */ });
attempt(function second() { w.compile((a) => w.grad((b) => w.sum(w.matmul(b, b)) /* here */)(a))(x); });
console.log(JSON.stringify(messages));
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wgrad-lines-'));
  await bundle(relative(root, join(folder, 'dist')));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// What the application prints, and the text at the places that it names.
function linesOf(file: string, options: readonly string[] = []): string[] {
  const printed = execFileSync(process.execPath, [...options, file], { encoding: 'utf8' });
  const messages = JSON.parse(printed.trim().split('\n').at(-1) as string) as string[];
  return messages.map((message) => {
    const [, path, line, column] = /([^\s(]*):(\d+):(\d+)\)?$/.exec(message) as string[];
    const text = readFileSync(path.replace(/^file:\/\//, ''), 'utf8').split('\n')[+line - 1];
    return text.slice(+column - 1, +column + 60);
  });
}

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('the line of an error is the user’s', () => {
  it('in sources', () => {
    expect(() => ops.matmul(ops.zeros([2, 3]), ops.zeros([2, 3]))).toThrow(
      /\n {2}at .*call-site\.test\.ts:\d+:\d+/,
    );
  });

  it.each([
    ['without source maps', []],
    ['with source maps', ['--enable-source-maps']],
  ])('of the built files, %s', (_, options) => {
    const file = write('plain.mjs', application.replace("'wgrad'", "'./dist/index.js'"));
    const lines = linesOf(file, options);
    expect(lines[0]).toMatch(/^(w\.)?matmul\(x, x\); \/\* here/);
    expect(lines[1]).toMatch(/^(w\.)?matmul\(b, b\)\) \/\* here/);
  });

  it.each([
    ['one file', { format: 'esm' }, []],
    ['one minified file', { format: 'esm', minify: true }, []],
    ['CommonJS', { format: 'cjs' }, []],
    ['several files', { format: 'esm', splitting: true }, []],
    ['one file and source maps', { format: 'esm', sourcemap: true }, ['--enable-source-maps']],
  ] as const)('out of a bundle: %s', async (name, options, flags) => {
    const out = join(folder, name.replaceAll(' ', '-'));
    const extension = options.format === 'cjs' ? '.cjs' : '.mjs';
    await build({
      stdin: { contents: application, resolveDir: folder, sourcefile: 'application.js' },
      alias: { wgrad: join(folder, 'dist/index.js') },
      outdir: out,
      bundle: true,
      platform: 'node',
      packages: 'external',
      outExtension: { '.js': extension },
      logLevel: 'silent',
      ...options,
    });
    if ('sourcemap' in options) write('application.js', application); // where the map says it is
    const lines = linesOf(join(out, `stdin${extension}`), flags);
    // the call of matmul on the user's tensor, whatever the names have become
    expect(lines[0]).toMatch(/^[\w$.]+\(([\w$]+), ?\1\)/);
    expect(lines[1]).toMatch(/^[\w$.]+\(([\w$]+), ?\1\)\)/);
  });

  it('whatever the folders are called', () => {
    expect(foldersOf('/a b/node_modules/wgrad/dist/chunks/chunk-X.js')).toEqual([
      '/a b/node_modules/wgrad/src/',
      '/a b/node_modules/wgrad/dist/',
    ]);
    expect(foldersOf('C:/w/src/tensor/call-site.ts')).toEqual(['C:/w/src/', 'C:/w/dist/']);
    expect(foldersOf('/app/bundle.js')).toEqual([]);
  });
});
