// Every claim that `wgrad claim` can try.
import type { Experiment } from '../run/experiment.ts';
import { autoencoderFactors } from './autoencoder-factors.ts';
import { ddimSteps } from './ddim-steps.ts';
import { dpm } from './dpm-solver.ts';
import { guidance } from './guidance.ts';
import { jointPromptModel } from './joint-prompt-model.ts';
import { latentAgainstPixel } from './latent-against-pixel.ts';
import { minSnr } from './min-snr.ts';
import { stratified } from './stratified-times.ts';

/** The experiments: registered here and nowhere else. */
export const experiments: readonly Experiment[] = [
  autoencoderFactors,
  ddimSteps,
  dpm,
  guidance,
  jointPromptModel,
  latentAgainstPixel,
  minSnr,
  stratified,
];
