// The public face stays small, and no two entry points export one name.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { librarySources } from '../../scripts/bundle.mjs';
import { nameFaults, type PublicName, publicNames } from '../../scripts/public-names.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wgrad-names-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** A name more is a name that somebody has to read: what leaves makes room. */
const most = 720;

describe('the public names', () => {
  const entries = Object.entries(librarySources).map(([name, file]) => [name, join(root, file)]);
  const { names, checker } = publicNames(Object.fromEntries(entries));

  test(`are fewer than ${most}`, () => {
    const counts: Record<string, number> = {};
    for (const { space } of names) counts[space] = (counts[space] ?? 0) + 1;
    expect(names.length, JSON.stringify(counts)).toBeLessThan(most);
  });

  test('mean one thing each, and each thing has one', () => {
    expect(nameFaults(names)).toEqual([]);
  });

  // as in torch.nn, Flax and Equinox, so that a layer is never called like the operation that it applies
  test('of what makes a layer, and of nothing else in nn, begin with a capital', () => {
    const makesLayer = ({ symbol }: PublicName): boolean =>
      checker
        .getTypeOfSymbol(symbol)
        .getCallSignatures()
        .map((signature) => signature.getReturnType())
        .some((made) => made.getProperty('init') && made.getProperty('apply'));
    const values = names.filter(({ space, kind }) => space === 'nn' && kind === 'value');
    const layers = values.filter(makesLayer).map(({ name }) => name);
    expect(layers.length).toBeGreaterThan(15);
    expect(layers).toEqual(values.map(({ name }) => name).filter((name) => /^[A-Z]/.test(name)));
  });
});

test('the count reaches every entry and namespace; collisions and things twice are found', () => {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, `${name}.ts`), text);
    return join(folder, `${name}.ts`);
  };
  write('inner', 'export const add = 1; export type Deep = 1;');
  const index = write(
    'index',
    `export * as nn from './nn.ts'; export const add = 1; export { a, a as b } from './a.ts';
     export class Both {}`,
  );
  const nn = write(
    'nn',
    `export * as inner from './inner.ts'; export const add = 2; export { a } from './a.ts';
     export interface Both { x: 1 }`,
  );
  write('a', 'export const a = 1;');
  const { names } = publicNames({ index, nn });
  const found = names.map(({ space, name, kind }) => `${space}.${name} ${kind}`);
  expect(found.sort()).toEqual([
    'index.Both value',
    'index.a value',
    'index.add value',
    'index.b value',
    'nn.Both type',
    'nn.a value',
    'nn.add value',
    'nn.inner.Deep type',
    'nn.inner.add value',
  ]);
  expect(nameFaults(names)).toEqual([
    'one name, several meanings: index.add, nn.add',
    'one name, several meanings: index.Both, nn.Both',
    'one thing, twice: index.a, index.b, nn.a',
  ]);
});
