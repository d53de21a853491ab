// The task emoji-ldm: an autoencoder on pictures of emoji, then U-Net and prompt model together on latents and
// captions (diffusion/train.ts says what a step is). The folder of a finished run is a model that `wgrad generate`
// reads.
import { existsSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { withMirrored } from '../../data/augment.ts';
import { firstGroups, loadEmoji } from '../../data/emoji.ts';
import { emojiGroups, emojiStyles } from '../../data/emoji-set.ts';
import { buildVocabulary } from '../../data/vocabulary.ts';
import { type AutoencoderParams, autoencoder } from '../../diffusion/autoencoder.ts';
import { a24 } from '../../diffusion/autoencoder-config.ts';
import {
  type LatentDiffusion,
  type LatentDiffusionConfig,
  latentDiffusionPipeline,
} from '../../diffusion/latent-diffusion.ts';
import { saveLatentDiffusion } from '../../diffusion/latent-diffusion-folder.ts';
import { encodeLatents } from '../../diffusion/latents.ts';
import { smallPrompt } from '../../diffusion/prompt-model.ts';
import {
  autoencoderRecipe,
  diffusionRecipe,
  trainAutoencoder,
  trainDiffusion,
} from '../../diffusion/train.ts';
import { unet64 } from '../../diffusion/unet.ts';
import { loadCheckpoint } from '../../io/checkpoint.ts';
import { random } from '../../tensor/ops/index.ts';
import type { Form, LearnerState, LearnerTrees } from '../../train/learner.ts';
import { checkpointFile } from '../checkpoints.ts';
import { choice, real, recipeProperties, record, whole } from '../schemas.ts';
import { defineTask, type Room, type Stage, stage } from '../task.ts';
import { UsageError } from '../usage-error.ts';
import { reconstructionGrid, sampleGrid, showcasePrompts } from './emoji-pictures.ts';

const names = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Array(choice(values, description), { minItems: 1, uniqueItems: true, description });
const widths = (description: string) =>
  Type.Array(whole(1, 8192, ''), { minItems: 1, maxItems: 8, description });
const width = (description: string) => whole(1, 8192, description);

const schema = record({
  groups: names(emojiGroups, 'groups of emoji'),
  styles: names(emojiStyles, 'styles of drawing'),
  models: record({
    autoencoder: record({
      channels: widths('channels of each level'),
      imageChannels: whole(3, 3, 'channels of the pictures'),
      latentChannels: width('channels of the latents'),
    }),
    unet: record({
      latentChannels: width('channels of the latents'),
      base: width('channels of the first level'),
      mults: widths('channels of each level, in units of base'),
      embedding: width('size of the embedding of time and prompt'),
      timeDim: width('size of the features of time'),
      heads: width('heads of attention'),
      promptDim: width('size of a word of the prompt'),
      selfAttention: Type.Array(Type.Boolean(), {
        minItems: 1,
        maxItems: 8,
        description: 'whether a level attends to itself',
      }),
    }),
    prompt: record({
      context: whole(2, 4096, 'words of a prompt'),
      dim: width('size of a word'),
      layers: whole(0, 256, 'layers of the transformer'),
      heads: width('heads of attention'),
      hidden: width('size of its hidden layers'),
      pad: whole(0, 0, 'the word that fills prompts up'),
    }),
  }),
  autoencoder: record({
    ...recipeProperties,
    from: Type.Optional(
      Type.String({
        maxLength: 4096,
        description: 'folder of a run whose autoencoder is taken over',
      }),
    ),
  }),
  diffusion: record({
    ...recipeProperties,
    promptDropout: real(0, 1, 'share of captions replaced by the empty prompt'),
  }),
  reportEvery: whole(1, 1e6, 'steps between lines of metrics'),
});
type EmojiConfig = Static<typeof schema>;

const { vocabulary: _, ...prompt } = smallPrompt(0);

/** Three groups in four styles, the recipe's sizes and lengths. */
const defaults = {
  groups: firstGroups,
  styles: ['noto', 'twemoji', 'fluent', 'fluent3d'],
  models: { autoencoder: a24, unet: unet64, prompt },
  autoencoder: autoencoderRecipe,
  diffusion: diffusionRecipe,
  reportEvery: 10,
} as unknown as EmojiConfig;

function check({ models }: EmojiConfig): void {
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw new UsageError(`configuration: ${what}`);
  };
  need(
    models.unet.latentChannels === models.autoencoder.latentChannels,
    'models.unet.latentChannels and models.autoencoder.latentChannels differ',
  );
  need(
    models.unet.promptDim === models.prompt.dim,
    'models.unet.promptDim and models.prompt.dim differ',
  );
  need(
    models.unet.selfAttention.length === models.unet.mults.length,
    'models.unet.selfAttention and models.unet.mults have different lengths',
  );
}

// The autoencoder of another run, as the state of this one's; the optimizer is done with.
async function takenOver(
  folder: string,
  fresh: LearnerState,
  form: Form<LearnerState, LearnerTrees<AutoencoderParams>>,
): Promise<LearnerState> {
  const path = checkpointFile(folder, 'autoencoder');
  if (!existsSync(path)) throw new UsageError(`autoencoder.from: no ${path}`);
  const { params, ema, opt } = form.trees(fresh);
  const { tree } = await loadCheckpoint(path, { params, ema }, { surplus: true });
  return form.state({ ...tree, opt });
}

async function* stages(config: EmojiConfig, room: Room): AsyncGenerator<Stage> {
  const { models, groups, styles } = config;
  const set = await loadEmoji(undefined, { size: 32, groups, styles, splits: ['train'] });
  const vocabulary = buildVocabulary(set.records);
  const concepts = new Set(set.records.map((record) => record.hexcode)).size;
  room.say(
    `data: ${set.records.length} pictures of ${concepts} concepts in ${styles.length} styles, ` +
      `${vocabulary.words.length} words`,
  );

  const { from, ...recipe } = config.autoencoder;
  const first = trainAutoencoder({ config: models.autoencoder, set, recipe });
  let params: AutoencoderParams | undefined;
  yield stage({
    name: 'autoencoder',
    algorithm: first,
    steps: from === undefined ? recipe.steps : 0,
    seed: recipe.seed,
    counts: { images: recipe.batchSize },
    start:
      from === undefined
        ? undefined
        : async () =>
            takenOver(from, await first.init(random.key(recipe.seed)), first.learner.form),
    sample: async (state, samples) => {
      const file = samples.file('reconstructions.png');
      const average = first.learner.average(state);
      const psnr = await reconstructionGrid(file, autoencoder(models.autoencoder), average, set);
      return `${file}: reconstructions, ${psnr.toFixed(2)} dB`;
    },
    done: (state) => {
      params = first.learner.average(state);
    },
  });
  if (!params) throw new UsageError('the autoencoder stage did not run');
  const trained = params;

  const mirrored = withMirrored(set);
  const latents = await encodeLatents(autoencoder(models.autoencoder), trained, mirrored);
  const side = set.size / 2 ** (models.autoencoder.channels.length - 1);
  const whole: LatentDiffusionConfig = {
    autoencoder: models.autoencoder,
    unet: models.unet,
    prompt: { ...models.prompt, vocabulary: vocabulary.words.length },
    prediction: 'v',
    latentSize: [side, side],
    training: { command: room.command, run: config },
  };
  const second = trainDiffusion({
    config: whole,
    latents,
    records: mirrored.records,
    vocabulary,
    recipe: config.diffusion,
  });
  const model = (state: LearnerState): LatentDiffusion => ({
    config: whole,
    vocabulary,
    params: { autoencoder: trained, latents: latents.scale, ...second.learner.average(state) },
  });
  const prompts = showcasePrompts(vocabulary, set);
  yield stage({
    name: 'diffusion',
    algorithm: second,
    steps: config.diffusion.steps,
    seed: config.diffusion.seed,
    counts: { images: config.diffusion.batchSize },
    sample: async (state, samples) => {
      const file = samples.file('samples.png');
      await sampleGrid(file, latentDiffusionPipeline(model(state)), prompts);
      return `${file}: ${prompts.join(', ')}`;
    },
    save: (state) => saveLatentDiffusion(room.folder, model(state)),
    done: (state) => saveLatentDiffusion(room.folder, model(state)),
  });
}

/** `wgrad train emoji-ldm`. */
export const emojiLdm = defineTask({
  name: 'emoji-ldm',
  summary: 'text to pictures of emoji: an autoencoder, then diffusion in its latents',
  paper: 'Rombach et al. 2022, arXiv:2112.10752',
  schema,
  defaults,
  reportEvery: (config) => config.reportEvery,
  check,
  stages,
  next: (folder) => `wgrad generate "red apple" --model ${folder}`,
});
