// Claims: rows, page, table and verdict of one that holds and of one that does not.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { experiments } from '../../src/experiments/index.ts';
import { chartsOf, type Experiment, tryClaim } from '../../src/run/experiment.ts';
import { named } from '../../src/run/named.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-claims-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const toy = (name: string, least: number): Experiment => ({
  name,
  claim: 'numbers grow',
  paper: 'nobody, 2026',
  seeds: [1, 2, 3],
  run: async (seed, { quick }) => ({ growth: seed + (quick ? 0 : 10), other: -seed }),
  holds: (rows) => ({
    holds: rows.every((row) => row.growth >= least),
    measure: 'growth',
    wanted: `at least ${least}`,
  }),
});

test('a claim that holds and one that does not', async () => {
  const table = join(folder, 'claims.md');
  const said: string[] = [];
  const options = { folder, table, quick: true, say: (line: string) => said.push(line) };
  const yes = await tryClaim(toy('b', 1), options);
  expect(yes).toMatchObject({ holds: true, measure: 'growth', wanted: 'at least 1' });
  expect(yes.measured).toMatch(/^2 \([12][\d.]* to [23][\d.]*, 3 seeds\)$/);
  expect(said[0]).toBe('b, seed 1: growth 1, other -1');
  const rows = readFileSync(join(folder, 'b.jsonl'), 'utf8').trim().split('\n');
  expect(rows.map((row) => JSON.parse(row))[2]).toEqual({
    seed: 3,
    quick: true,
    growth: 3,
    other: -3,
  });
  expect(readFileSync(yes.page, 'utf8')).toContain('growth: at least 1');

  const no = await tryClaim(toy('a', 12), { ...options, quick: false, seeds: [1, 5] });
  expect(no).toMatchObject({ holds: false });
  await tryClaim(toy('b', 3), options); // the row is replaced
  const lines = readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\| `a` \| .*at least 12 \| 13 \(.*2 seeds\) \| \*\*no\*\* \| \d{4}-/);
  expect(lines[1]).toMatch(/^\| `b` \| .*at least 3 \| 2 \(.* \*\*no\*\* \| .*, quick \|$/);
});

test('what is named after points is a curve', () => {
  const rows = [
    { 'FID at 10': 3, 'FID at 1.5': 4, ratio: 2 },
    { 'FID at 10': 5, 'FID at 1.5': 6, ratio: 7 },
  ];
  expect(chartsOf(rows, [4, 8], 'steps')).toEqual([
    {
      title: 'FID against steps',
      series: [
        { label: 'seed 4', steps: [1.5, 10], values: [4, 3] },
        { label: 'seed 8', steps: [1.5, 10], values: [6, 5] },
      ],
    },
    { title: 'ratio', series: [{ label: 'ratio', steps: [4, 8], values: [2, 7] }] },
  ]);
});

test('every claim says what it is, and what the documentation has of it is so', () => {
  const table = readFileSync(new URL('../../docs/claims.md', import.meta.url), 'utf8');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const known = experiments.map(({ name, claim, paper, seeds }) => {
    expect([claim, paper].every((text) => text.length > 10)).toBe(true);
    expect(new Set(seeds).size).toBe(seeds.length);
    return `| \`${name}\` | ${claim} (${paper}) |`;
  });
  // a claim that was never run in full has no row; none is of another claim or of CI size
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(
      known.some((begin) => row.startsWith(begin)),
      row,
    ).toBe(true);
    expect(row).not.toContain(', quick |');
  }
  expect(() => named(experiments, 'stratified', 'claim to try')).toThrow(
    /no claim to try called "stratified"; did you mean stratified-times\?/,
  );
});
