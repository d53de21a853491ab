// Schedulers by the names and configurations of diffusers.

import { choose, type Options } from '../../models/config.ts';
import * as is from '../../tensor/arguments.ts';
import { WgradError } from '../../tensor/errors.ts';
import { ddimScheduler } from './ddim.ts';
import { ddpmScheduler } from './ddpm.ts';
import { dpmSolverMultistepScheduler } from './dpm-solver-multistep.ts';
import { eulerDiscreteScheduler } from './euler.ts';
import { eulerAncestralDiscreteScheduler } from './euler-ancestral.ts';
import { heunDiscreteScheduler } from './heun.ts';
import { pndmScheduler } from './pndm.ts';
import type { ConfiguredScheduler } from './scheduler.ts';

export { ddimOver, ddimScheduler } from './ddim.ts';
export { ddpmScheduler } from './ddpm.ts';
export { dpmSolverMultistepScheduler } from './dpm-solver-multistep.ts';
export { eulerDiscreteScheduler } from './euler.ts';
export { eulerAncestralDiscreteScheduler } from './euler-ancestral.ts';
export { heunDiscreteScheduler } from './heun.ts';
export { karrasScheduler } from './karras.ts';
export { pndmScheduler } from './pndm.ts';
export {
  addNoise,
  type ConfiguredScheduler,
  type Plan,
  type Scheduler,
  type Step,
  type StepNumbers,
  velocity,
} from './scheduler.ts';

const known: Record<string, (config: Options) => ConfiguredScheduler> = {
  DDPMScheduler: ddpmScheduler,
  DDIMScheduler: ddimScheduler,
  DPMSolverMultistepScheduler: dpmSolverMultistepScheduler,
  EulerDiscreteScheduler: eulerDiscreteScheduler,
  EulerAncestralDiscreteScheduler: eulerAncestralDiscreteScheduler,
  HeunDiscreteScheduler: heunDiscreteScheduler,
  PNDMScheduler: pndmScheduler,
};

const schedulerFromConfigArgs = is.signature('diffusion.schedulerFromConfig', [
  'config',
  is.object,
]);

/**
 * The scheduler of a scheduler_config.json; its `_class_name` says which.
 * @throws WgradError listing the schedulers there are, or naming an option that is not implemented
 */
export function schedulerFromConfig(config: Options): ConfiguredScheduler {
  schedulerFromConfigArgs(config);
  const name = config._class_name;
  if (typeof name !== 'string') {
    throw new WgradError(
      'diffusion.schedulerFromConfig: config has no _class_name, the name of its scheduler',
    );
  }
  return choose('scheduler', '_class_name', name, known)(config);
}
