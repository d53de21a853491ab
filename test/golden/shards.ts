// The groups as tests: how many cases each has, so that a dropped one is noticed, and what the devices are
// held to. Test files name groups; each file is one process, and two run at a time.
import { vi } from 'vitest';
import { settings } from './settings.ts';
import { goldenSuite, type Setting } from './suite.ts';

/** Cases of each group of the repository's folder. */
export const cases = {
  ops: 221,
  second_order: 15,
  nn: 17,
  optim: 17,
  diffusers_models: 18,
  integration: 2,
  schedulers: 25,
  clip: 5,
  clip_tokenizer: 101,
  point_e: 13,
  losses: 32,
  metrics: 7,
};

type Group = keyof typeof cases;

// cases of which NaN, infinities or overflow are the point
const special: Readonly<Partial<Record<Group, number>>> = { ops: 18 };

const cpu: Setting = { device: 'cpu', ...settings.cpu };
const webgpu: Setting = { device: 'webgpu', ...settings.webgpu };

/** Declares the tests of these groups on the CPU, in f32 and within the manifests' tolerances. */
export function onCpu(...groups: readonly string[]): void {
  for (const group of groups) goldenSuite(group, cases[group as Group], cpu);
}

/** Declares the tests of these groups on WebGPU, at ten times the tolerances. */
export function onWebGPU(...groups: readonly Group[]): void {
  // a software adapter compiles every pipeline anew
  vi.setConfig({ testTimeout: 240_000 });
  for (const group of groups) goldenSuite(group, cases[group] - (special[group] ?? 0), webgpu);
}
