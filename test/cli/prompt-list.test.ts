// Lists of prompts: every fault is found before anything is drawn, and said with the entry.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { promptTextFault, readPromptList, shownPrompt } from '../../src/cli/prompt-list.ts';
import { temporaryFolder } from './support.ts';

const folder = temporaryFolder();
const path = join(folder, 'list.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (list: unknown) => {
  writeFileSync(path, JSON.stringify(list));
  return readPromptList(path);
};
const entry = (file: string, name = 'red apple') => ({ file, name });

test('a list is taken as it is, with endings', async () => {
  const list = [
    entry('one.png'),
    entry('deep/two'),
    entry('deep/three.PNG'),
    { ...entry('4'), id: 4 },
  ];
  expect(await read(list)).toEqual([
    entry('one.png'),
    entry('deep/two.png'),
    entry('deep/three.PNG'),
    entry('4.png'),
  ]);
});

test.each<[string, unknown, RegExp]>([
  ['no list', {}, /expected a list/],
  ['an empty list', [], /at least one entry/],
  ['null', [entry('a'), null], /entry 1 is not \{"file": text/],
  ['a name of another type', [{ file: 'a', name: ['x'] }], /entry 0 is not/],
  [
    'a file twice',
    [entry('a'), entry('b'), entry('a.png')],
    /entry 2 has the file "a.png" of entry 0/,
  ],
  [
    'a file twice in other letters',
    [entry('a'), entry('./A')],
    /entry 1 has the file ".\/A.png" of/,
  ],
  ['a file where a folder is needed', [entry('a.png'), entry('a.png/b')], /entry 1 needs a folder/],
  [
    'a folder where a file is needed',
    [entry('a.png/b'), entry('a')],
    /entry 1 has the file "a.png"/,
  ],
  ['a long name', [entry('x'.repeat(252))], /entry 0 has a longer file name than/],
  ['a long name in bytes', [entry('\u00e9'.repeat(126))], /entry 0 has a longer file name than/],
  ['a long path', [entry('x/'.repeat(600))], /entry 0 has a longer file name than/],
  ['a way out', [entry('../x')], /entry 0 would write outside/],
  ['a root', [entry('/tmp/x')], /entry 0 would write outside/],
  ['a NUL', [entry('a\0b')], /entry 0 has a control character in its file: "a\\u0000b/],
  ['an escape', [entry('a', 'x\u009b2J')], /entry 0 the prompt "x\\u009b2J" has a control/],
  ['an empty prompt', [entry('a', ' ')], /entry 0 the prompt is empty/],
  ['too many', Array.from({ length: 100_001 }, () => 0), /100001 entries; at most 100000/],
])('%s is refused', async (_, list, message) => {
  const error = await read(list).catch((e: Error) => e);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message.length).toBeLessThan(500);
});

test('prompts of any length are shown on one short line', () => {
  expect(promptTextFault('two\nlines\tof words')).toBeUndefined();
  expect(shownPrompt('two\nlines')).toBe('two lines');
  expect(shownPrompt('x'.repeat(1e5)).length).toBeLessThan(200);
});
