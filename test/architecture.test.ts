// The floors of docs/architecture.md: a folder of src/ imports only what stands above it in the
// table (or itself), and a few house rules that a linter does not know.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const floors = [
  ['tensor'],
  ['autodiff'],
  ['compiler'],
  ['backends'],
  ['runtime'],
  ['nn'],
  ['losses'],
  ['io', 'data'],
  ['train'],
  ['models'],
  ['clip', 'diffusion', 'gan', 'parti', 'pointe', 'lm'],
  ['metrics'],
  ['rl'],
  ['index.ts'], // the public names; only what runs in Node alone stands below them
  ['run'],
  ['cli'],
  ['experiments'],
];
const maxLines = 400;

const src = fileURLToPath(new URL('../src', import.meta.url));

interface SourceFile {
  path: string; // relative to src/
  text: string;
  tree: ts.SourceFile;
}

const files: SourceFile[] = (existsSync(src) ? readdirSync(src, { recursive: true }) : [])
  .map(String)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  });

const floorOf = (path: string) => floors.findIndex((names) => names.includes(path.split('/')[0]));

function relativeImports({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map((file) => file.fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(src, join(src, dirname(path), name)));
}

/** Every node of the syntax tree that `wanted` picks, as `file:line`. */
function places({ path, tree }: SourceFile, wanted: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (wanted(node)) {
      found.push(`src/${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

function isUnwantedClass(path: string, node: ts.Node): boolean {
  if (!ts.isClassLike(node)) return false;
  const parent = node.heritageClauses?.find((h) => h.token === ts.SyntaxKind.ExtendsKeyword);
  const isError = /Error$/.test(parent?.types[0]?.expression.getText() ?? '');
  return !isError && node.name?.text !== 'Tensor' && !path.startsWith('backends/');
}

describe('architecture', () => {
  test('every file of src/ stands on a floor', () => {
    expect(files.map((f) => f.path).filter((path) => floorOf(path) < 0)).toEqual([]);
  });

  test('imports go only upwards in the table of floors', () => {
    const wrong = files.flatMap((file) =>
      file.path === 'index.ts'
        ? []
        : relativeImports(file)
            .filter((target) => !target.startsWith('..')) // package.json, scripts/
            .filter((target) => floorOf(target) > floorOf(file.path))
            .map((target) => `src/${file.path} imports src/${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test(`files have at most ${maxLines} lines`, () => {
    const lines = (text: string) => text.replace(/\n$/, '').split('\n').length;
    const long = files.filter((f) => lines(f.text) > maxLines);
    expect(long.map((f) => `src/${f.path}: ${lines(f.text)} lines`)).toEqual([]);
  });

  test('the only classes are Tensor, errors and backends', () => {
    expect(
      files.flatMap((file) => places(file, (node) => isUnwantedClass(file.path, node))),
    ).toEqual([]);
  });

  test('JSON of files is parsed in one place, which bounds it', () => {
    const isParse = (node: ts.Node) =>
      ts.isPropertyAccessExpression(node) && node.getText() === 'JSON.parse';
    // backends stand above io/; a cache of theirs that is broken is no cache
    const own = ['io/json.ts', 'backends/webgpu/autotune-store.ts'];
    const others = files.filter((file) => !own.includes(file.path));
    expect(others.flatMap((file) => places(file, isParse))).toEqual([]);
  });

  test('no `any`', () => {
    const isAny = (node: ts.Node) => node.kind === ts.SyntaxKind.AnyKeyword;
    expect(files.flatMap((file) => places(file, isAny))).toEqual([]);
  });
});
