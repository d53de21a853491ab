// Every claim that `wgrad claim` can try.
import type { Experiment } from '../run/experiment.ts';
import { stratified } from './stratified-times.ts';

/** The experiments: registered here and nowhere else. */
export const experiments: readonly Experiment[] = [stratified];
