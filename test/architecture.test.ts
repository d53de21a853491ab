// The floors of scripts/floors.ts: a folder of src/ imports only what stands above it in the table (or
// itself), no files import each other in a circle, and a few house rules that a linter does not know.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { floors, withFloors } from '../scripts/floors.ts';

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

const roomOf = (path: string) => path.split('/')[0];
const floorOf = (path: string) =>
  floors.findIndex((rooms) => rooms.some(({ name }) => name === roomOf(path)));

function relativeImports({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map((file) => file.fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(src, join(src, dirname(path), name)));
}

/**
 * Circles of files that import each other, types included: whatever is left when files that import nothing
 * (any more) are taken away leads into one.
 */
function circles(given: readonly SourceFile[]): string[] {
  const imports = new Map(given.map((file) => [file.path, relativeImports(file)]));
  const left = (path: string) => (imports.get(path) ?? []).find((target) => imports.has(target));
  for (let before = -1; before !== imports.size; ) {
    before = imports.size;
    for (const path of imports.keys()) if (!left(path)) imports.delete(path);
  }
  const found: string[] = [];
  for (const start of imports.keys()) {
    const way: string[] = [];
    for (let at = start; imports.has(at); at = left(at) as string) {
      if (way.includes(at)) {
        found.push([...way.slice(way.indexOf(at)), at].map((path) => `src/${path}`).join(' -> '));
        break;
      }
      way.push(at);
    }
    for (const path of way) imports.delete(path);
  }
  return found;
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
            .filter((target) => roomOf(target) !== roomOf(file.path))
            .filter((target) => floorOf(target) >= floorOf(file.path))
            .map((target) => `src/${file.path} imports src/${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the table of docs/architecture.md is up to date (else run `npm run floors`)', () => {
    const page = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('| `tensor/` |');
    expect(withFloors(text)).toBe(text);
  });

  test('no files import each other in a circle', () => {
    expect(circles(files)).toEqual([]);
  });

  test('a circle is found and named', () => {
    const file = (path: string, text: string): SourceFile => ({
      path,
      text,
      tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
    });
    const planted = [
      file('a.ts', "import { b } from './b.ts';"),
      file('b.ts', "import type { C } from './c/c.ts';"),
      file('c/c.ts', "export { b } from '../b.ts';"),
      file('d.ts', "import { a } from './a.ts';"),
    ];
    expect(circles(planted)).toEqual(['src/b.ts -> src/c/c.ts -> src/b.ts']);
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
