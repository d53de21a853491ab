// Every claim that `wgrad claim` can try.
import type { Experiment } from '../run/experiment.ts';
import { ddimSteps } from './ddim-steps.ts';
import { dpm } from './dpm-solver.ts';
import { guidance } from './guidance.ts';
import { stratified } from './stratified-times.ts';

/** The experiments: registered here and nowhere else. */
export const experiments: readonly Experiment[] = [ddimSteps, dpm, guidance, stratified];
