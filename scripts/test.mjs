#!/usr/bin/env node
// `npm test`: type check, lint, build and every test; the last line is `N passed, N failed`.
//
//   npm test                          everything
//   npm test -- test/tiny.test.ts     only vitest, with these arguments
//   npm test -- --gpu                 only the files that compute on WebGPU
//   npm test -- --no-gpu              only what needs neither an adapter nor a browser (see test-parts.mjs)
//   WGRAD_TEST_ADAPTER=swiftshader    insist on one kind of adapter (hardware, lavapipe, swiftshader)
//   WGRAD_TEST_BROWSER=npm            take the Chromium of the development dependencies
//
// A process that takes more than 4 GB is killed and fails the run; the peak is printed at the end.
// The WebGPU tests must really run, so an adapter is found before anything else and its variables
// are set before vitest starts (see vulkan.mjs). A machine without any adapter fails.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './peak-memory.mjs';
import { gpuTests, withoutGpu } from './test-parts.mjs';
import { describe, findAdapter, kinds } from './vulkan.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const started = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one tool. Checks run side by side, so their output is held back until they end. */
function run(name, args, { live = false, env = {} } = {}) {
  const since = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  const keep = (data) => {
    output += data;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (!live) console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(since)})`);
      if (!live && code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

function findTestAdapter() {
  const only = process.env.WGRAD_TEST_ADAPTER;
  if (only && !kinds.includes(only)) {
    console.error(`WGRAD_TEST_ADAPTER is '${only}', not one of ${kinds.join(', ')}.`);
    return undefined;
  }
  const found = findAdapter(only ? [only] : kinds);
  if (found.kind) return found;
  console.error('There is no WebGPU adapter to test with:');
  for (const [kind, why] of Object.entries(found.refused)) console.error(`  ${kind}: ${why}`);
  if (!only) console.error('`npm ci` with the development dependencies brings SwiftShader.');
  return undefined;
}

/** Counts from vitest's JSON; a file that could not be loaded counts as one failure. */
function count(file) {
  const total = { passed: 0, failed: 0, skipped: 0, broken: [] };
  if (!existsSync(file)) return { ...total, failed: 1, broken: ['vitest wrote no report'] };
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name, status, message, assertionResults } of testResults) {
    const before = total.failed;
    for (const test of assertionResults) total[test.status in total ? test.status : 'skipped']++;
    if (status === 'failed' && total.failed === before) {
      total.failed++;
      total.broken.push(`${relative(root, name)}: ${message}`);
    }
  }
  return total;
}

function finish({ passed, failed, skipped = 0 }) {
  const rest = noGpu ? 'left out, since they need a GPU' : 'skipped';
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} ${rest}` : ''}`);
  process.exit(failed ? 1 : 0);
}

const memoryLimit = 4096;
const memory = watchMemory(memoryLimit);
const given = process.argv.slice(2);
const noGpu = given.includes('--no-gpu');
const adapter = noGpu ? withoutGpu : findTestAdapter();
if (!adapter) finish({ passed: 0, failed: 1 });
const adapterLine = noGpu
  ? `without WebGPU, Node ${process.versions.node}`
  : `WebGPU adapter: ${adapter.kind}, ${describe(adapter.info)}`;
console.log(adapterLine);
const passedOn = given.flatMap((argument) => {
  if (argument === '--gpu') return gpuTests(root);
  return argument === '--no-gpu' ? withoutGpu.arguments : [argument];
});

// tests read dist/, so it comes first; the checks run beside the tests, which leave part of two cores idle
const whole = passedOn.length === 0;
const built = whole && run('build', ['scripts/build.mjs', '--if-stale']);
if (whole) await built;
const checks = whole
  ? [
      built,
      run('type check', ['node_modules/typescript7/bin/tsc', '--noEmit']),
      run('lint', ['node_modules/@biomejs/biome/bin/biome', 'check']),
    ]
  : [];

const folder = mkdtempSync(join(tmpdir(), 'wgrad-test-'));
const report = join(folder, 'vitest.json');
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
const ok = await run('tests', [...vitest, `--outputFile.json=${report}`, ...passedOn], {
  live: true,
  // the tests compile thousands of small shaders once each: lavapipe need not optimise them
  env: { ...adapter.env, WGRAD_TEST_ADAPTER: adapter.kind, GALLIVM_PERF: 'nopt' },
});
const failedChecks = (await Promise.all(checks)).filter((ok) => !ok).length;
const counted = count(report);
rmSync(folder, { recursive: true });
// an unhandled rejection between tests fails the run without failing a test
if (!ok && counted.failed === 0) {
  counted.failed = 1;
  counted.broken.push('vitest failed although every test passed: see its errors above');
}
const { peak, command, killed } = memory.stop();
for (const line of killed) {
  counted.failed++;
  counted.broken.push(`killed, because it took more than ${memoryLimit} MB: ${line}`);
}
for (const line of counted.broken) console.log(`broken: ${line}`);
if (failedChecks) console.log(`${failedChecks} of type check, lint and build failed: see above`);
if (peak) console.log(`peak memory of a process: ${peak.toFixed(0)} MB (${command})`);
console.log(`${adapterLine} · ${seconds(started)}`);
finish({ ...counted, failed: counted.failed + failedChecks });
