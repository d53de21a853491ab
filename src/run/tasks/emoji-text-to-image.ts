// The task emoji-text-to-image: latent diffusion on emoji at 64 x 64 pixels with diffusers' classes. An autoencoder
// first, then U-Net and text encoder together in its latents. The folder `model` of a run is a pipeline as diffusers
// writes it, which `wgrad generate` and StableDiffusionPipeline.from_pretrained open.
import { existsSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { withMirrored } from '../../data/augment.ts';
import { clipWords } from '../../data/clip-tokenizer.ts';
import { clipTokenizerFiles, clipTokenizerOfFiles } from '../../data/clip-vocabulary.ts';
import { distinctEmoji } from '../../data/distinct-emoji.ts';
import { loadEmoji } from '../../data/emoji.ts';
import { type EmojiRecord, emojiGroups, emojiStyles } from '../../data/emoji-set.ts';
import { trainBytePairs } from '../../data/train-byte-pairs.ts';
import {
  type FirstStageModel,
  type FirstStageParams,
  latentsOf,
} from '../../diffusion/bottleneck.ts';
import { encodeLatents } from '../../diffusion/latents.ts';
import { schedulerFromConfig } from '../../diffusion/schedulers/index.ts';
import { openPipeline } from '../../diffusion/stable-diffusion.ts';
import { withStandardCodes, withStandardLatents } from '../../diffusion/standard-latents.ts';
import { type TextToImageParams, trainTextToImage } from '../../diffusion/train-text-to-image.ts';
import { trainVae, type VaeState, vaeWeights } from '../../diffusion/train-vae.ts';
import { writePipeline } from '../../diffusion/write-pipeline.ts';
import { loadCheckpoint } from '../../io/checkpoint.ts';
import { type AutoencoderKLParams, autoencoderKL } from '../../models/autoencoder-kl.ts';
import { clipTextModel } from '../../models/clip.ts';
import { unet2DConditionModel } from '../../models/unet-2d-condition.ts';
import { type VQModelParams, vqModel } from '../../models/vq-model.ts';
import { random } from '../../tensor/ops/index.ts';
import type { LearnerState } from '../../train/learner.ts';
import { checkpointFile } from '../checkpoints.ts';
import { choice, real, recipeProperties, record, whole } from '../schemas.ts';
import { defineTask, type Room, type Stage, stage } from '../task.ts';
import { UsageError } from '../usage-error.ts';
import { clipLayers } from './clip-layers.ts';
import { dozenPrompts, reconstructionGrid, sampleGrid } from './emoji-pictures.ts';

const names = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Array(choice(values, description), { minItems: 1, uniqueItems: true, description });
const widths = (description: string) =>
  Type.Array(whole(1, 8192, ''), { minItems: 1, maxItems: 8, description });

const schema = record({
  size: choice([16, 32, 64], 'height and width of the pictures'),
  groups: names(emojiGroups, 'groups of emoji'),
  styles: names(emojiStyles, 'styles of drawing'),
  models: record({
    vae: record({
      channels: widths('channels of each level; every level but the last halves the picture'),
      latentChannels: whole(1, 64, 'channels of the latents'),
      codes: whole(2, 65_536, 'entries of the codebook, where there is one'),
      layers: whole(1, 16, 'residual blocks a level'),
      groups: whole(1, 64, 'groups of the norms'),
    }),
    unet: record({
      channels: widths('channels of each level'),
      layers: whole(1, 16, 'residual blocks a level'),
      heads: whole(1, 64, 'heads of attention'),
      attention: Type.Array(Type.Boolean(), {
        minItems: 1,
        maxItems: 8,
        description: 'whether a level attends to itself and to the prompt; the middle always does',
      }),
      groups: whole(1, 64, 'groups of the norms'),
    }),
    text: record({
      width: whole(1, 8192, 'size of a token'),
      layers: whole(1, 64, 'blocks of the text encoder'),
      heads: whole(1, 64, 'heads of attention'),
      context: whole(4, 512, 'tokens of a prompt'),
      merges: whole(0, 50_000, 'byte pairs that are learned from the captions'),
    }),
  }),
  autoencoder: record({
    ...recipeProperties,
    kind: choice(
      ['kl', 'vq'],
      'latents are a normal distribution (kl) or entries of a codebook (vq)',
    ),
    edges: real(0, 1e3, 'weight of differences of neighbouring pixels'),
    chroma: real(0, 1e3, 'weight of red against green and blue against both'),
    kl: real(0, 1e3, 'weight of the divergence from a standard normal'),
    commitment: real(0, 1e3, "weight of the latents' way to their codes"),
    perceptual: real(
      0,
      1e3,
      "weight of differences of the shipped CLIP's features; 0: they do not count",
    ),
    judge: real(0, 1e3, 'weight of the judge of patches; 0: there is none'),
    judgeFrom: whole(0, 1e9, 'step at which its verdict joins'),
    from: Type.Optional(
      Type.String({
        maxLength: 4096,
        description: 'folder of a run whose autoencoder is taken over',
      }),
    ),
    further: whole(0, 1e9, 'steps that an autoencoder that is taken over learns further'),
  }),
  diffusion: record({
    ...recipeProperties,
    promptDropout: real(0, 1, 'share of captions replaced by the empty prompt'),
    prediction: choice(['v_prediction', 'epsilon', 'sample'], 'what the U-Net says'),
    minSnr: real(0, 1e6, 'gamma of min-SNR weighting; 0: all times count alike'),
  }),
  reportEvery: whole(1, 1e6, 'steps between lines of metrics'),
});
type EmojiConfig = Static<typeof schema>;

const adam = { betas: [0.9, 0.99], clip: 1, seed: 0, precision: 'f32' } as const;

/** All styles, sizes that two cores train in hours. */
const defaults = {
  size: 64,
  groups: emojiGroups,
  styles: emojiStyles,
  models: {
    vae: { channels: [16, 48, 96, 128], latentChannels: 8, codes: 1024, layers: 1, groups: 4 },
    unet: { channels: [64, 96], layers: 1, heads: 4, attention: [false, true], groups: 8 },
    text: { width: 128, layers: 2, heads: 4, context: 20, merges: 2000 },
  },
  autoencoder: {
    ...{ steps: 6000, batchSize: 16, learningRate: 2e-3, warmup: 50, finalShare: 0.02 },
    ...{ ...adam, weightDecay: 1e-4, ...vaeWeights, kind: 'kl', perceptual: 0, further: 0 },
  },
  diffusion: {
    ...{ steps: 40_000, batchSize: 64, learningRate: 1e-3, warmup: 200, finalShare: 0.05 },
    ...{ ...adam, weightDecay: 0.01, emaDecay: 0.9995, promptDropout: 0.1 },
    // weighted, errors of v at pure noise count nothing, where only the prompt can tell what to draw
    ...{ prediction: 'v_prediction', minSnr: 0 },
  },
  reportEvery: 10,
} as unknown as EmojiConfig;

function check({ size, models }: EmojiConfig): void {
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw new UsageError(`configuration: ${what}`);
  };
  const { vae, unet, text } = models;
  need(
    unet.attention.length === unet.channels.length,
    'models.unet.attention and models.unet.channels have different lengths',
  );
  need(text.width % text.heads === 0, 'models.text.heads does not divide models.text.width');
  const groups = (part: string, channels: readonly number[], n: number): void =>
    need(
      channels.every((c) => c % n === 0),
      `models.${part}.groups does not divide all of models.${part}.channels`,
    );
  groups('vae', vae.channels, vae.groups);
  groups('unet', unet.channels, unet.groups);
  const side = size / 2 ** (vae.channels.length - 1 + unet.channels.length - 1);
  need(
    Number.isInteger(side),
    `pictures of ${size} pixels cannot be halved ${vae.channels.length - 1} times by the autoencoder and ` +
      `${unet.channels.length - 1} times by the U-Net`,
  );
}

// The configurations as diffusers and transformers write them.
function configsOf(
  { size, models, autoencoder, diffusion }: EmojiConfig,
  tokens: { size: number; end: number },
) {
  const { vae, unet, text } = models;
  const blocks = (type: string): string[] => vae.channels.map(() => type);
  return {
    vae: {
      act_fn: 'silu',
      block_out_channels: vae.channels,
      down_block_types: blocks('DownEncoderBlock2D'),
      in_channels: 3,
      latent_channels: vae.latentChannels,
      layers_per_block: vae.layers,
      norm_num_groups: vae.groups,
      ...(autoencoder.kind === 'vq' && { num_vq_embeddings: vae.codes }),
      out_channels: 3,
      sample_size: size,
      scaling_factor: 1,
      up_block_types: blocks('UpDecoderBlock2D'),
    },
    unet: {
      attention_head_dim: unet.heads, // diffusers' name for the number of heads
      block_out_channels: unet.channels,
      cross_attention_dim: text.width,
      down_block_types: unet.attention.map((a) => (a ? 'CrossAttnDownBlock2D' : 'DownBlock2D')),
      in_channels: vae.latentChannels,
      layers_per_block: unet.layers,
      norm_num_groups: unet.groups,
      out_channels: vae.latentChannels,
      resnet_time_scale_shift: 'scale_shift',
      sample_size: size / 2 ** (vae.channels.length - 1),
      up_block_types: [...unet.attention]
        .reverse()
        .map((a) => (a ? 'CrossAttnUpBlock2D' : 'UpBlock2D')),
      use_linear_projection: true,
    },
    text: {
      bos_token_id: tokens.end - 1,
      eos_token_id: tokens.end,
      hidden_act: 'quick_gelu',
      hidden_size: text.width,
      intermediate_size: 4 * text.width,
      max_position_embeddings: text.context,
      num_attention_heads: text.heads,
      num_hidden_layers: text.layers,
      pad_token_id: tokens.end,
      projection_dim: text.width,
      vocab_size: tokens.size,
    },
    scheduler: {
      _class_name: 'DDIMScheduler',
      beta_schedule: 'squaredcos_cap_v2',
      clip_sample: false,
      num_train_timesteps: 1000,
      prediction_type: diffusion.prediction,
      set_alpha_to_one: true,
      timestep_spacing: 'trailing',
    },
  };
}

/** How often each word stands in what captions are made of. */
function wordCounts(records: readonly EmojiRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { style, name, subgroup, keywords } of records) {
    // names are in every caption, the others in some
    for (const text of [style, name, name, name, subgroup.replace(/-/g, ' '), ...keywords]) {
      for (const word of clipWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

// The autoencoder of another run; its optimizer is done with.
async function takenOver(folder: string, fresh: VaeState, form: Form): Promise<VaeState> {
  const path = checkpointFile(folder, 'autoencoder');
  if (!existsSync(path)) throw new UsageError(`autoencoder.from: no ${path}`);
  const trees = form.trees(fresh) as Pick<VaeState, 'counts'> & {
    vae: { params: FirstStageParams; ema: unknown };
  };
  const { vae, counts } = trees;
  const { params, ema } = vae;
  const { tree } = await loadCheckpoint(path, { vae: { params, ema }, counts }, { surplus: true });
  return form.state({ ...trees, vae: { ...vae, ...tree.vae }, counts: tree.counts });
}
type Form = NonNullable<ReturnType<typeof trainVae>['form']>;

async function* stages(config: EmojiConfig, room: Room): AsyncGenerator<Stage> {
  const { size, groups, styles, models } = config;
  const set = await loadEmoji(undefined, {
    size,
    groups,
    styles,
    splits: ['train'],
    ...distinctEmoji,
  });
  const merges = trainBytePairs(wordCounts(set.records), models.text.merges);
  const files = clipTokenizerFiles(merges, models.text.context);
  const tokenizer = await clipTokenizerOfFiles(files);
  const concepts = new Set(set.records.map(({ hexcode }) => hexcode)).size;
  room.say(
    `data: ${set.records.length} pictures of ${concepts} concepts in ${styles.length} styles, ` +
      `${tokenizer.size} tokens`,
  );
  const configs = configsOf(config, { size: tokenizer.size, end: tokenizer.endId });

  const discrete = config.autoencoder.kind === 'vq';
  const vae: FirstStageModel = discrete ? vqModel(configs.vae) : autoencoderKL(configs.vae);
  const { from, further, kind: _kind, ...learning } = config.autoencoder;
  const { edges, chroma, kl, commitment, perceptual, judge, judgeFrom, ...asked } = learning;
  const steps = from === undefined ? asked.steps : further;
  const recipe = { ...asked, steps: Math.max(steps, 1) };
  const weights = { edges, chroma, kl, commitment, perceptual, judge, judgeFrom };
  const features = perceptual > 0 ? await clipLayers() : undefined;
  const first = trainVae({ model: vae, set, recipe, weights, features });
  const seen = latentsOf(vae);
  let trained: FirstStageParams | undefined;
  yield stage({
    name: 'autoencoder',
    algorithm: first,
    steps,
    seed: recipe.seed,
    counts: { images: recipe.batchSize },
    start:
      from === undefined
        ? undefined
        : async () =>
            takenOver(from, await first.init(random.key(recipe.seed)), first.form as Form),
    sample: async (state, samples) => {
      const file = samples.file('reconstructions.png');
      const psnr = await reconstructionGrid(file, seen, first.average(state), set);
      return `${file}: reconstructions, ${psnr.toFixed(2)} dB`;
    },
    done: (state) => {
      trained = first.average(state);
    },
  });
  if (!trained) throw new UsageError('the autoencoder stage did not run');

  const mirrored = withMirrored(set);
  const latents = await encodeLatents(seen, trained, mirrored, { alike: discrete });
  const { mean, std } = latents.scale;
  const standard = discrete
    ? withStandardCodes(trained as VQModelParams, mean, std)
    : withStandardLatents(trained as AutoencoderKLParams, mean, std);
  const scheduler = schedulerFromConfig(configs.scheduler);
  const { prediction: _, minSnr, ...denoising } = config.diffusion;
  const second = trainTextToImage({
    models: { unet: unet2DConditionModel(configs.unet), text: clipTextModel(configs.text) },
    ...{ scheduler, tokenizer, latents, records: mirrored.records },
    recipe: { ...denoising, minSnr: minSnr || null },
  });
  const folder = `${room.folder}/model`;
  const write = ({ unet, text }: TextToImageParams): Promise<void> =>
    writePipeline(folder, {
      unet: { config: configs.unet, params: unet },
      vae: {
        ...{ config: configs.vae, params: standard },
        className: discrete ? 'VQModel' : 'AutoencoderKL',
      },
      text_encoder: { config: configs.text, params: text },
      tokenizer: files,
      scheduler: configs.scheduler,
      generation: { num_inference_steps: 20, guidance_scale: 3 },
    });
  yield stage({
    name: 'diffusion',
    algorithm: second,
    steps: config.diffusion.steps,
    seed: config.diffusion.seed,
    counts: { images: config.diffusion.batchSize },
    sample: async (state: LearnerState, samples) => {
      const file = samples.file('samples.png');
      await write(second.learner.average(state));
      const pipeline = await openPipeline(folder, { keep: true });
      await sampleGrid(file, pipeline, dozenPrompts);
      pipeline.dispose();
      return `${file}: ${dozenPrompts.join(', ')}`;
    },
    save: (state) => write(second.learner.average(state)),
    done: (state) => write(second.learner.average(state)),
  });
}

/** `wgrad train emoji-text-to-image`. */
export const emojiTextToImage = defineTask({
  name: 'emoji-text-to-image',
  summary:
    "text to pictures of emoji at 64 x 64 in diffusers' classes: a folder that diffusers opens",
  paper: 'Rombach et al. 2022, arXiv:2112.10752',
  schema,
  defaults,
  reportEvery: (config) => config.reportEvery,
  check,
  stages,
  next: (folder) => `wgrad generate "red apple" --model ${folder}`,
});
