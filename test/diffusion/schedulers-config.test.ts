// Configurations of schedulers as diffusers writes them: defaults, what is refused, time steps and sigmas.
import { describe, expect, test } from 'vitest';
import type { DdimNumbers } from '../../src/diffusion/schedulers/ddim.ts';
import {
  ddimScheduler,
  ddpmScheduler,
  dpmSolverMultistepScheduler,
  eulerDiscreteScheduler,
  heunDiscreteScheduler,
  pndmScheduler,
  schedulerFromConfig,
} from '../../src/diffusion/schedulers/index.ts';
import { type Plan, startOfStrength } from '../../src/diffusion/schedulers/scheduler.ts';
import { karrasSigmas, sigmaTable } from '../../src/diffusion/schedulers/sigmas.ts';

// scheduler_config.json of Stable Diffusion 1.5
const stableDiffusion = {
  _class_name: 'PNDMScheduler',
  _diffusers_version: '0.6.0',
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  beta_start: 0.00085,
  num_train_timesteps: 1000,
  set_alpha_to_one: false,
  skip_prk_steps: true,
  steps_offset: 1,
  trained_betas: null,
  clip_sample: false,
};

describe('scheduler_config.json', () => {
  test('names its scheduler, and other schedulers take it as well', () => {
    const pndm = schedulerFromConfig(stableDiffusion);
    expect(pndm.name).toBe('PNDMScheduler');
    expect(pndm.plan(50).timesteps.slice(0, 4)).toEqual([981, 961, 961, 941]);
    expect(pndm.plan(50).timesteps.length).toBe(51);
    for (const name of [
      'DDIMScheduler',
      'DDPMScheduler',
      'DPMSolverMultistepScheduler',
      'EulerDiscreteScheduler',
      'EulerAncestralDiscreteScheduler',
      'HeunDiscreteScheduler',
    ]) {
      const other = schedulerFromConfig({ ...stableDiffusion, _class_name: name });
      expect(other.name).toBe(name);
      expect(Array.from(other.betas)).toEqual(Array.from(pndm.betas));
    }
  });

  test('of an unknown class, or of none, is refused with the names there are', () => {
    expect(() => schedulerFromConfig({ _class_name: 'LMSDiscreteScheduler' })).toThrow(
      /LMSDiscreteScheduler.*DDIMScheduler.*PNDMScheduler/s,
    );
    expect(() => schedulerFromConfig({ beta_start: 1 })).toThrow(/_class_name/);
  });

  test('defaults are those of diffusers', () => {
    expect(ddimScheduler().config).toEqual({
      num_train_timesteps: 1000,
      beta_start: 0.0001,
      beta_end: 0.02,
      beta_schedule: 'linear',
      trained_betas: null,
      clip_sample: true,
      set_alpha_to_one: true,
      steps_offset: 0,
      prediction_type: 'epsilon',
      clip_sample_range: 1,
      timestep_spacing: 'leading',
      rescale_betas_zero_snr: false,
    });
    expect(eulerDiscreteScheduler().config.timestep_spacing).toBe('linspace');
    expect(heunDiscreteScheduler().config).toMatchObject({ beta_start: 0.00085, beta_end: 0.012 });
    expect(dpmSolverMultistepScheduler().config).toMatchObject({
      solver_order: 2,
      lower_order_final: true,
      final_sigmas_type: 'zero',
    });
  });
});

describe('what is not implemented is refused by name', () => {
  const refused: [string, object, RegExp][] = [
    ['DDIMScheduler', { thresholding: true }, /DDIMScheduler: thresholding = true/],
    ['DDIMScheduler', { clip_samples: false }, /no option clip_samples/],
    ['DDIMScheduler', { beta_schedule: 'sigmoid' }, /"sigmoid".*linear, scaled_linear/s],
    ['DDIMScheduler', { prediction_type: 'eps' }, /"eps".*epsilon, sample, v_prediction/s],
    ['DDIMScheduler', { trained_betas: [0.1, 0.2] }, /2 trained_betas.*1000/s],
    ['DDIMScheduler', { steps_offset: '1' }, /steps_offset = "1"; expected a number/],
    ['DDPMScheduler', { variance_type: 'learned_range' }, /learned_range.*fixed_small/s],
    ['DPMSolverMultistepScheduler', { solver_order: 3 }, /solver_order = 3.*only 1 and 2/s],
    ['DPMSolverMultistepScheduler', { algorithm_type: 'dpmsolver' }, /"dpmsolver"/],
    ['DPMSolverMultistepScheduler', { lambda_min_clipped: -5.1 }, /lambda_min_clipped = -5.1/],
    ['DPMSolverMultistepScheduler', { use_lu_lambdas: true }, /use_lu_lambdas = true/],
    ['EulerDiscreteScheduler', { interpolation_type: 'log_linear' }, /log_linear/],
    ['HeunDiscreteScheduler', { rescale_betas_zero_snr: true }, /rescale_betas_zero_snr = true/],
    ['PNDMScheduler', {}, /skip_prk_steps = false/],
    ['PNDMScheduler', { skip_prk_steps: true, prediction_type: 'sample' }, /"sample"/],
  ];
  for (const [name, options, message] of refused) {
    test(`${name} ${JSON.stringify(options)}`, () => {
      expect(() => schedulerFromConfig({ _class_name: name, ...options })).toThrow(message);
    });
  }

  test('but not at the values that switch it off', () => {
    const off = {
      thresholding: false,
      dynamic_thresholding_ratio: 0.995,
      use_lu_lambdas: false,
      use_beta_sigmas: false,
    };
    const scheduler = dpmSolverMultistepScheduler({ ...off } as object);
    for (const lambda_min_clipped of [null, '-Infinity', Number.NEGATIVE_INFINITY]) {
      const name = '_class_name';
      const given = { [name]: 'DPMSolverMultistepScheduler', lambda_min_clipped };
      expect(schedulerFromConfig(given).plan(5)).toEqual(scheduler.plan(5));
    }
  });

  test('eta belongs to DDIM, and steps to the length of the tables', () => {
    expect(() => ddpmScheduler().plan(5, { eta: 1 })).toThrow(/DDPMScheduler: eta = 1/);
    expect(() => eulerDiscreteScheduler().plan(5, { eta: 0.5 })).toThrow(/eta = 0.5/);
    expect(() => ddimScheduler().plan(1001)).toThrow(/1001 steps/);
    expect(() => ddimScheduler().plan(0)).toThrow(/0 steps; choose 1 to 1000/);
    expect(() => dpmSolverMultistepScheduler().plan(1000)).toThrow(/choose 1 to 999/);
  });
});

describe('grids', () => {
  test('a stride misses the grid where it does not divide the training steps', () => {
    const scheduler = ddimScheduler({ timestep_spacing: 'trailing' });
    const stride = scheduler.plan(6) as Plan<DdimNumbers>;
    const grid = scheduler.plan(6, { previous: 'grid' }) as Plan<DdimNumbers>;
    expect(grid.timesteps).toEqual([999, 832, 666, 499, 332, 166]);
    const alpha = (t: number): number => Math.sqrt(scheduler.alphasCumprod[t]);
    expect(stride.steps.map((s) => s.x0)).toEqual([833, 666, 500, 333, 166, 0].map(alpha));
    expect(grid.steps.map((s) => s.x0)).toEqual([...[832, 666, 499, 332, 166].map(alpha), 1]);
    // no difference where it divides, and with `leading`
    for (const timestep_spacing of ['trailing', 'leading']) {
      const other = ddimScheduler({ timestep_spacing });
      expect(other.plan(50)).toEqual(other.plan(50, { previous: 'grid' }));
    }
    const leading = ddimScheduler({ timestep_spacing: 'leading' });
    expect(leading.plan(7)).toEqual(leading.plan(7, { previous: 'grid' }));
  });

  test("Karras's sigmas", () => {
    const expected = [80, 17.527832, 2.51521898, 0.169752756, 0.002];
    karrasSigmas(5, 0.002, 80).forEach((s, i) => {
      expect(Math.abs(s - expected[i])).toBeLessThan(1e-7 * expected[i]);
    });
    expect(karrasSigmas(1, 0.002, 80)[0]).toBeCloseTo(80, 10);
  });

  test("Euler's with Karras's sigmas keeps the ends of its grid, or those it is told", () => {
    const plain = eulerDiscreteScheduler().plan(9);
    const scheduler = eulerDiscreteScheduler({ use_karras_sigmas: true });
    const { sigmas = [], timesteps } = scheduler.plan(9);
    expect(sigmas[0]).toBeCloseTo(plain.sigmas?.[0] ?? 0, 9);
    expect(sigmas[8]).toBeCloseTo(plain.sigmas?.[8] ?? 0, 12);
    expect(sigmas[9]).toBe(0);
    expect(timesteps[0]).toBeCloseTo(999, 6);
    // times are where ln sigma says
    const table = sigmaTable(scheduler);
    timesteps.forEach((t, i) => {
      const low = Math.min(Math.floor(t), 998);
      const logs = [table[low], table[low + 1]].map(Math.log);
      expect(logs[0] + (t - low) * (logs[1] - logs[0])).toBeCloseTo(Math.log(sigmas[i]), 9);
    });
    const told = eulerDiscreteScheduler({ use_karras_sigmas: true, sigma_min: 0.1, sigma_max: 10 });
    expect(told.plan(5).sigmas).toEqual([...karrasSigmas(5, 0.1, 10), 0]);
    expect(told.plan(5).initNoiseSigma).toBe(told.plan(5).sigmas?.[0]);
  });

  test('the start of a multistep method in the middle is of first order again', () => {
    const scheduler = dpmSolverMultistepScheduler();
    const [whole, rest] = [scheduler.plan(20), scheduler.plan(20, { start: 8 })];
    expect(rest.timesteps).toEqual(whole.timesteps.slice(8));
    expect(rest.sigmas).toEqual(whole.sigmas?.slice(8));
    expect(whole.steps[8]).not.toMatchObject({ before: 0 });
    expect(rest.steps[0]).toMatchObject({ before: 0 });
    expect(rest.steps.slice(1)).toEqual(whole.steps.slice(9));
    const pndm = pndmScheduler({ skip_prk_steps: true });
    expect(pndm.plan(10, { start: 4 }).timesteps).toEqual([500, 400, 400, 300, 200, 100, 0]);
  });

  test('strength says how many steps are left out', () => {
    expect([1, 0.8, 0.5, 0.01].map((s) => startOfStrength(50, s))).toEqual([0, 10, 25, 50]);
  });
});
