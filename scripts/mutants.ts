// `npm run mutants`: plants the faults of test/mutants one by one in a copy of the sources, runs the tests
// that should notice each, and says which survive. Exit status 1 if one does, or applies no longer.
//
//   npm run mutants                        all of them
//   npm run mutants -- --only losses/kl    those whose file or change contains a text
//
// First the tests run without any fault: a test that fails anyway finds nothing.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Fault, faults, nameOf, occurrences } from '../test/mutants/list.ts';
import { findAdapter } from './vulkan.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const secondsForTests = 300;

interface Outcome {
  /** Failing tests; undefined if the tests did not run at all. */
  readonly failed?: readonly string[];
  readonly hung: boolean;
}

/** Runs test files in a tree and reads vitest's report. */
async function runTests(
  tree: string,
  tests: readonly string[],
  env: NodeJS.ProcessEnv,
  limit = secondsForTests,
): Promise<Outcome> {
  const report = join(tree, 'report.json');
  await rm(report, { force: true });
  const vitest = join(tree, 'node_modules/vitest/vitest.mjs');
  const options = ['--bail', '1', '--reporter', 'json', '--outputFile', report];
  const child = spawn(process.execPath, [vitest, 'run', ...tests, ...options], {
    cwd: tree,
    env: { ...process.env, ...env, WGRAD_THREADS: '1' },
    stdio: 'ignore',
    detached: true,
  });
  const stop = (): void => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', stop);
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    stop();
  }, limit * 1000);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  process.off('exit', stop);
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { hung };
  const { testResults } = JSON.parse(text) as {
    testResults: { assertionResults: { status: string; fullName: string }[]; status: string }[];
  };
  const all = testResults.flatMap((file) => file.assertionResults);
  const failed = all.filter((t) => t.status === 'failed').map((t) => t.fullName);
  // a file that could not be loaded fails without any failing test
  const loaded = failed.length > 0 || testResults.every((file) => file.status === 'passed');
  return { failed: loaded ? failed : undefined, hung };
}

const unnoticed = 'SURVIVED';

/** What became of a fault: a word, and which test found it. */
async function plant(fault: Fault, tree: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const path = join(tree, fault.file);
  const text = await readFile(path, 'utf8').catch(() => '');
  if (occurrences(text, fault.find) !== 1) return ['NO LONGER APPLIES', 'not found exactly once'];
  await writeFile(
    path,
    text.replace(fault.find, () => fault.replace),
  );
  const { failed, hung } = await runTests(tree, fault.tests, env);
  await writeFile(path, text);
  if (hung) return ['killed', `the tests took more than ${secondsForTests} s`];
  if (failed === undefined) return ['DOES NOT RUN', 'the tests could not be loaded'];
  if (failed.length === 0) {
    return fault.equivalent ? ['equivalent', fault.equivalent] : [unnoticed, fault.tests.join(' ')];
  }
  if (fault.equivalent) return ['NOT EQUIVALENT', failed[0]];
  return ['killed', failed[0]];
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = faults.filter((fault) => nameOf(fault).includes(values.only ?? ''));
if (chosen.length === 0) throw new Error(`no fault contains '${values.only}'`);

const tree = await mkdtemp(join(tmpdir(), 'wgrad-mutants-'));
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));
try {
  for (const part of ['src', 'test', 'scripts', 'package.json', 'tsconfig.json']) {
    await cp(join(root, part), join(tree, part), { recursive: true });
  }
  await cp(join(root, 'vitest.config.ts'), join(tree, 'vitest.config.ts'));
  for (const part of ['node_modules', 'data', 'weights']) {
    await symlink(join(root, part), join(tree, part));
  }
  const { env } = findAdapter();
  const tests = [...new Set(chosen.flatMap((fault) => fault.tests))];
  console.log(`${chosen.length} faults; ${tests.length} test files without any, first`);
  const before = await runTests(tree, tests, env ?? {}, 4 * secondsForTests);
  if (before.hung || before.failed === undefined || before.failed.length > 0) {
    const what = before.failed?.[0] ?? 'they could not be run';
    throw new Error(`the tests fail without any fault: ${what}`);
  }
  const counts = new Map<string, number>();
  const started = performance.now();
  for (const [i, fault] of chosen.entries()) {
    const [word, more] = await plant(fault, tree, env ?? {});
    counts.set(word, (counts.get(word) ?? 0) + 1);
    const seconds = (performance.now() - started) / 1000;
    const left = Math.round((seconds / (i + 1)) * (chosen.length - i - 1));
    console.log(`${i + 1}/${chosen.length} ${word.padEnd(10)} ${nameOf(fault)}`);
    console.log(`${' '.repeat(8)}${more} (${left} s left)`);
  }
  console.log([...counts].map(([word, n]) => `${n} ${word}`).join(', '));
  const fine = ['killed', 'equivalent'];
  process.exitCode = [...counts.keys()].every((word) => fine.includes(word)) ? 0 : 1;
} finally {
  await rm(tree, { recursive: true, force: true });
}
