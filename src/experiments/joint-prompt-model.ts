// Who reads the prompt: a text encoder that learns with the U-Net, the text tower of the shipped CLIP as it is, or a
// network of random numbers that nobody trains. All three have the tower's form. Drawings are scored by another CLIP.
import { stopGradient } from '../autodiff/identity.ts';
import { initTextToImage, type TextToImageModels } from '../diffusion/train-text-to-image.ts';
import { clipTextModel } from '../models/clip.ts';
import type { Experiment } from '../run/experiment.ts';
import type { random } from '../tensor/ops/index.ts';
import { mean } from './curves.ts';
import { asked, painter } from './drawing.ts';
import { laboratory, space } from './laboratory.ts';
import { judgeOf } from './scoring.ts';
import { networks, recipeOf, stage } from './second-stage.ts';
import { trained } from './work.ts';

type Text = TextToImageModels['text'];

/** A text encoder whose parameters get no gradient. */
export const frozen = (text: Text): Text => ({
  ...text,
  apply: (params, ids, options) => {
    const made = text.apply(params, ids, options);
    return { ...made, prompt_embeds: stopGradient(made.prompt_embeds) };
  },
});

const readers = ['joint', 'frozen CLIP', 'frozen random'] as const;
const measure = 'accuracy, joint less frozen random';

/** `wgrad claim joint-prompt-model`. */
export const jointPromptModel: Experiment = {
  name: 'joint-prompt-model',
  claim:
    'a text encoder that learns with the U-Net is no worse than a frozen CLIP, and both beat a frozen random one',
  paper: 'Rombach et al. 2022, arXiv:2112.10752, section 3.3',
  seeds: [0, 1, 2],
  async run(seed, work) {
    const lab = await laboratory(work);
    const within = await space(lab, 4);
    const judge = await judgeOf(lab.set);
    const tower = clipTextModel({ ...lab.clip.model.config.text_config });
    const how = { seed, steps: work.quick ? 2 : 20, guidance: 2 };
    const asks = {
      seen: asked(lab.set, lab.sizes.pictures, seed),
      'held-out': asked(lab.heldOut, lab.sizes.pictures >> 1, seed),
    };
    const row: Record<string, number> = {};
    for (const reader of readers) {
      const models = networks(lab, within, reader === 'joint' ? tower : frozen(tower));
      const recipe = { ...recipeOf(lab, seed), steps: lab.sizes.steps >> 1 };
      const fresh = (key: ReturnType<typeof random.key>) => {
        const params = initTextToImage(models, key);
        if (reader !== 'frozen CLIP') return params;
        return {
          ...params,
          text: { text_model: lab.clip.params.text_model } as typeof params.text,
        };
      };
      const training = stage(lab, within, models, recipe, fresh);
      const { steps } = recipe;
      const state = await trained(`U-Net, ${reader}`, training, { steps, seed });
      const brush = painter(lab, within, { models, params: training.learner.average(state) });
      for (const [name, records] of Object.entries(asks)) {
        const drawn = await brush.pictures(await brush.latents(records, how));
        row[`accuracy of ${name} names, ${reader}`] = await judge.accuracy(drawn, records);
      }
      brush.dispose();
    }
    judge.dispose();
    const seen = (reader: string): number => row[`accuracy of seen names, ${reader}`];
    return {
      ...row,
      'accuracy, joint less frozen CLIP': seen('joint') - seen('frozen CLIP'),
      [measure]: seen('joint') - seen('frozen random'),
    };
  },
  holds: (rows) => {
    const of = (reader: string): number =>
      mean(rows.map((row) => row[`accuracy of seen names, ${reader}`]));
    return {
      holds: of('joint') >= of('frozen CLIP') && of('frozen CLIP') > of('frozen random'),
      measure,
      wanted: 'above 0; and in order joint, frozen CLIP, frozen random, on names that were seen',
    };
  },
};
