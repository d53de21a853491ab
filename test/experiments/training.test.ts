// Verdicts of the claims that train, on rows that hold and rows that do not, and what they compute by themselves.
import { expect, test } from 'vitest';
import { autoencoderFactors, factors } from '../../src/experiments/autoencoder-factors.ts';
import { at } from '../../src/experiments/curves.ts';
import { jointPromptModel } from '../../src/experiments/joint-prompt-model.ts';
import { equalTime, latentAgainstPixel } from '../../src/experiments/latent-against-pixel.ts';
import { minSnr } from '../../src/experiments/min-snr.ts';
import type { Row } from '../../src/run/experiment.ts';

test('equal time', () => {
  expect(equalTime([0.1, 0.4, 0.05, 90], 100)).toEqual([100, 25, 200, 1]);
});

test('latents against pixels', () => {
  const row = (ratio: number, latent: number, pixel: number): Row => ({
    'throughput, latent to pixel': ratio,
    'FID, latent': latent,
    'FID, pixel': pixel,
  });
  const holds = (...rows: Row[]): boolean => latentAgainstPixel.holds(rows).holds;
  expect(holds(row(3, 4, 6), row(2.6, 4, 6))).toBe(true);
  expect(holds(row(2.6, 4, 6), row(2.6, 4, 6))).toBe(false);
  expect(holds(row(3, 4, 6), row(3, 7, 6))).toBe(false);
});

test('factors of an autoencoder', () => {
  const row = (FID: readonly number[], psnr: readonly number[]): Row =>
    Object.assign(
      {},
      ...factors.map((f, i) => at(f, { FID: FID[i] })),
      ...factors.slice(1).map((f, i) => at(f, { PSNR: psnr[i] })),
    );
  const holds = (...rows: Row[]): boolean => autoencoderFactors.holds(rows).holds;
  expect(holds(row([9, 6, 5, 8], [30, 25, 20]))).toBe(true);
  expect(holds(row([4, 6, 5, 8], [30, 25, 20]))).toBe(false);
  expect(holds(row([9, 6, 5, 4], [30, 25, 20]))).toBe(false);
  expect(holds(row([9, 6, 5, 8], [30, 20, 25]))).toBe(false);
});

test('min-SNR', () => {
  const row = (ratio: number): Row => ({ [minSnr.holds([{}]).measure]: ratio });
  expect(minSnr.holds([row(2), row(1.2)]).holds).toBe(true);
  expect(minSnr.holds([row(2), row(0)]).holds).toBe(false);
});

test('who reads the prompt', () => {
  const row = (joint: number, clip: number, chance: number): Row => ({
    'accuracy of seen names, joint': joint,
    'accuracy of seen names, frozen CLIP': clip,
    'accuracy of seen names, frozen random': chance,
  });
  const holds = (...rows: Row[]): boolean => jointPromptModel.holds(rows).holds;
  expect(holds(row(0.5, 0.5, 0.3))).toBe(true);
  expect(holds(row(0.4, 0.5, 0.3))).toBe(false);
  expect(holds(row(0.5, 0.3, 0.3))).toBe(false);
});
