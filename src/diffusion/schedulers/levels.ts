// Schedulers on the levels of training steps, x = alpha x_0 + sigma eps with alpha² + sigma² = 1: which
// levels the steps of DDIM, DDPM and PNDM lead from and to.
import { WgradError } from '../../tensor/errors.ts';
import { clean, type Level, levelOf } from '../process.ts';
import { timeGrid } from '../schedule.ts';
import { type CommonConfig, type SchedulerBase, spacingOf, type Tables } from './config.ts';
import { type PlanOptions, startingAt } from './scheduler.ts';

/** A step from the level of a training step to another. */
export interface LevelStep {
  readonly time: number;
  readonly from: Level;
  readonly to: Level;
}

const levelAt = ({ alphasCumprod }: Tables, t: number): Level => levelOf(alphasCumprod[t]);

/** Where the last step leads: to no noise, or to the level of training step 0. */
export const lastLevel = (tables: Tables, setAlphaToOne: boolean): Level =>
  setAlphaToOne ? clean : levelAt(tables, 0);

/**
 * The steps of a plan, noisiest first; those beyond training step 0 lead to `last`.
 * @throws ShapeError for a number of steps that cannot be; WgradError where epsilon would have to tell x_0
 * at a level without signal
 */
export function levelSteps(
  base: SchedulerBase<CommonConfig>,
  steps: number,
  { start, previous = 'stride' }: PlanOptions,
  last: Level,
): LevelStep[] {
  const { name, config, kind } = base;
  const total = config.num_train_timesteps;
  const whole = timeGrid(total, steps, spacingOf(name, config), config.steps_offset);
  const grid = startingAt(whole, start);
  const stride = Math.floor(total / steps);
  return grid.map((time, i) => {
    const from = levelAt(base, time);
    if (from.alpha === 0 && kind === 'eps') {
      throw new WgradError(
        `${name}: at time step ${time} there is no signal, where epsilon says nothing of x_0; with ` +
          'rescale_betas_zero_snr use prediction_type v_prediction (or sample)',
      );
    }
    const target = previous === 'stride' ? time - stride : (grid[i + 1] ?? -1);
    return { time, from, to: target < 0 ? last : levelAt(base, target) };
  });
}
