// Tasks of latent diffusion that begin with a picture (Rombach et al. 2022, arXiv:2112.10752, sections 4.4 and 4.5;
// InstructPix2Pix, Brooks et al. 2022, arXiv:2211.09800). The U-Net of a finished text-to-image model gets more input
// channels, whose weights start at zero, so that it draws as before at first, and learns to look at what stands in
// them:
//
//   emoji-super-resolution   the picture at a quarter of its size, each pixel repeated
//   emoji-inpainting         the picture with a hole, and the hole
//   emoji-style-transfer     the same thing in another style; the caption says which one is wanted
//
// The folder `model` of a run is a pipeline of diffusers that `wgrad generate --image` draws with.
import { readFile } from 'node:fs/promises';
import Type, { type Static } from 'typebox';
import { imageBatch, withMirrored } from '../../data/augment.ts';
import { clipTokenizerOfFiles } from '../../data/clip-vocabulary.ts';
import { distinctEmoji } from '../../data/distinct-emoji.ts';
import { loadEmoji, selectEmoji } from '../../data/emoji.ts';
import { type EmojiSet, emojiGroups, emojiStyles } from '../../data/emoji-set.ts';
import { hostRandom } from '../../data/random.ts';
import { openDiffusers, partOf } from '../../diffusion/diffusers-folder.ts';
import { readGenerationConfig } from '../../diffusion/generation-config.ts';
import { encodeLatents } from '../../diffusion/latents.ts';
import { schedulerFromConfig } from '../../diffusion/schedulers/index.ts';
import { openPipeline } from '../../diffusion/stable-diffusion.ts';
import { besideChannels } from '../../diffusion/stable-diffusion-drawing.ts';
import { type TextToImageParams, trainTextToImage } from '../../diffusion/train-text-to-image.ts';
import { writePipeline } from '../../diffusion/write-pipeline.ts';
import { grid, toPictures, writePng } from '../../io/image.ts';
import type { Picture } from '../../io/picture.ts';
import { psnr } from '../../metrics/reconstruction.ts';
import { unet2DConditionModel } from '../../models/unet-2d-condition.ts';
import { concat, tensor, zeros } from '../../tensor/ops/index.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { LearnerState } from '../../train/learner.ts';
import { modelIn, shippedModel } from '../model-folder.ts';
import { choice, real, recipeProperties, record, whole } from '../schemas.ts';
import { defineTask, type Room, type Stage, stage } from '../task.ts';
import { UsageError } from '../usage-error.ts';
import { besideHole, type Edit, edits } from './edited-pictures.ts';

const names = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Array(choice(values, description), { minItems: 1, uniqueItems: true, description });

const schema = record({
  from: Type.Optional(
    Type.String({
      maxLength: 4096,
      description: 'text-to-image model or run that learns to look; absent: the shipped one',
    }),
  ),
  groups: names(emojiGroups, 'groups of emoji'),
  styles: names(emojiStyles, 'styles of drawing'),
  diffusion: record({
    ...recipeProperties,
    promptDropout: real(0, 1, 'share of captions replaced by the empty prompt'),
    minSnr: real(0, 1e6, 'gamma of min-SNR weighting; 0: all times count alike'),
  }),
  reportEvery: whole(1, 1e6, 'steps between lines of metrics'),
});
type EditConfig = Static<typeof schema>;

const defaults = {
  groups: emojiGroups,
  styles: emojiStyles,
  diffusion: {
    ...{ steps: 4000, batchSize: 64, learningRate: 3e-4, warmup: 100, finalShare: 0.05 },
    ...{ betas: [0.9, 0.99], clip: 1, seed: 0, precision: 'f32', weightDecay: 0.01 },
    ...{ emaDecay: 0.999, promptDropout: 0.1, minSnr: 0 },
  },
  reportEvery: 10,
} as unknown as EditConfig;

/** More input channels for a U-Net: their weights are zero, so nothing changes at first. */
function widened(params: TextToImageParams, more: number): TextToImageParams {
  const { unet } = params;
  const w = unet.conv_in.w as Tensor; // [3, 3, in, out]
  const [kh, kw, , outputs] = w.shape;
  const wider = concat([w, zeros([kh, kw, more, outputs])], 2);
  return { ...params, unet: { ...unet, conv_in: { ...unet.conv_in, w: wider } } };
}

function modelFrom(given: string | undefined): string {
  const folder = given ?? shippedModel();
  if (folder === undefined) throw new UsageError('from: no model ships here; name one');
  return modelIn(folder) ?? folder;
}

async function* stages(edit: Edit, config: EditConfig, room: Room): AsyncGenerator<Stage> {
  const { groups, styles } = config;
  const from = modelFrom(config.from);
  const opened = await openDiffusers(from);
  const [unet, text, vae] = [
    partOf(opened, 'unet', 'UNet2DConditionModel'),
    partOf(opened, 'text_encoder', 'CLIPTextModel'),
    partOf(opened, 'vae', 'AutoencoderKL'),
  ];
  const { latent_channels: channels, scaling_factor: scaling } = vae.model.config;
  const factor = 2 ** (vae.model.config.block_out_channels.length - 1);
  const size = Number(unet.config.sample_size) * factor;
  const more = besideChannels(edit.sees, channels);
  const unetConfig = { ...unet.config, in_channels: channels + more };
  const given = { unet: await unet.load(), text: await text.load() };
  const decoder = await vae.load();
  const read = (name: string): Promise<string> =>
    readFile(`${opened.files.tokenizer.folder}/${name}`, 'utf8');
  const [vocab, merges, tokens, specialTokens] = await Promise.all(
    ['vocab.json', 'merges.txt', 'tokenizer_config.json', 'special_tokens_map.json'].map(read),
  );
  const files = { vocab, merges, config: tokens, specialTokens };
  const schedulerConfig = {
    ...opened.schedulers.scheduler.config,
    _class_name: opened.schedulers.scheduler.className,
  };

  const all = await loadEmoji(undefined, { size, groups, styles, ...distinctEmoji });
  const set = withMirrored(selectEmoji(all, { splits: ['train'] }));
  room.say(`data: ${set.records.length} pictures, mirrored ones included; from ${from}`);
  const raw = { mean: zeros([channels]), std: tensor(Array(channels).fill(1 / scaling)) };
  const encoded = (of: EmojiSet) => encodeLatents(vae.model, decoder, of, { scale: raw });
  const latents = await encoded(set);
  const [h, w, c] = latents.shape;
  const cells = h * w;
  const shown: Float32Array[] = [];
  for (let way = 0; way < edit.ways; way++) {
    const { set: seen, holes } = edit.shown(set, hostRandom(config.diffusion.seed, way, 3));
    const { data } = await encoded(seen);
    // InstructPix2Pix shows latents that are not scaled
    const of = edit.sees === 'picture' ? data.map((v) => v / scaling) : data;
    shown.push(holes ? besideHole(holes, of, { size, factor, channels: c }) : of);
  }
  const { minSnr, ...recipe } = config.diffusion;
  const algorithm = trainTextToImage({
    models: { unet: unet2DConditionModel(unetConfig as never), text: text.model },
    scheduler: schedulerFromConfig(schedulerConfig),
    tokenizer: await clipTokenizerOfFiles(files),
    ...{ latents, records: set.records },
    beside: {
      channels: more,
      of: (index, chance) => {
        const one = shown[Math.floor(chance.uniform() * shown.length)];
        return one.subarray(index * cells * more, (index + 1) * cells * more);
      },
    },
    init: () => widened(given, more),
    recipe: { ...recipe, minSnr: minSnr || null },
  });

  const folder = `${room.folder}/model`;
  const generation = await readGenerationConfig(from);
  const write = (state: LearnerState): Promise<void> => {
    const params = algorithm.learner.average(state);
    return writePipeline(folder, {
      className:
        edit.sees === 'hole'
          ? 'StableDiffusionInpaintPipeline'
          : 'StableDiffusionInstructPix2PixPipeline',
      unet: { config: unetConfig, params: params.unet },
      vae: { config: vae.config, params: decoder },
      text_encoder: { config: text.config, params: params.text },
      ...{ tokenizer: files, scheduler: schedulerConfig, generation },
    });
  };
  const held = selectEmoji(all, { splits: ['heldOutPair'] });
  yield stage({
    name: 'diffusion',
    algorithm,
    steps: config.diffusion.steps,
    seed: config.diffusion.seed,
    counts: { images: config.diffusion.batchSize },
    sample: async (state: LearnerState, samples) => {
      await write(state);
      return sampleEdits(samples.file('samples.png'), folder, edit, all, held);
    },
    save: write,
    done: write,
  });
}

// Rows of three pictures: what is shown, what is drawn, what it was. Of pictures that were never trained on.
async function sampleEdits(
  file: string,
  folder: string,
  edit: Edit,
  all: EmojiSet,
  held: EmojiSet,
): Promise<string> {
  const pipeline = await openPipeline(folder);
  const count = Math.min(16, held.records.length);
  const chosen = Array.from({ length: count }, (_, i) =>
    Math.floor((i * held.records.length) / count),
  );
  const wanted = new Set(chosen.map((i) => held.records[i]));
  const truths = selectEmoji(held, { where: (r) => wanted.has(r) });
  // another style is shown of a thing that other pictures have
  const things = new Set(truths.records.map((r) => r.hexcode));
  const pool = edit.ofOthers ? selectEmoji(all, { where: (r) => things.has(r.hexcode) }) : truths;
  const { set: shown, holes } = edit.shown(pool, hostRandom(0, 0, 4));
  const { size } = all;
  const pictures: Picture[] = [];
  const [drawn, seen]: [number[], number[]] = [[], []];
  for (const [i, { style, name }] of truths.records.entries()) {
    const at = pool.records.indexOf(truths.records[i]);
    const input = imageBatch(shown, [at]);
    const truth = imageBatch(truths, [i]);
    const image = {
      picture: tensor(input, { shape: [1, size, size, 3] }),
      strength: 1,
      ...(holes && {
        mask: tensor(Float32Array.from(holes.subarray(at * size * size, (at + 1) * size * size)), {
          shape: [1, size, size, 1],
        }),
      }),
    };
    const { images } = await pipeline.draw([`${style} ${name}`], { image });
    for (const data of [input, images.data, truth]) {
      pictures.push(...toPictures({ data, shape: [1, size, size, 3] }));
    }
    const real = tensor(truth, { shape: [1, size, size, 3] });
    for (const [list, data] of [
      [drawn, images.data],
      [seen, input],
    ] as const) {
      list.push(await psnr(tensor(Float32Array.from(data), { shape: real.shape }), real).item());
    }
  }
  pipeline.dispose();
  await writePng(file, grid(pictures, { columns: 12, scale: 2 }));
  const [of, before] = [drawn, seen].map((list) => list.reduce((a, b) => a + b, 0) / count);
  return `${file}: shown, drawn, true; ${of.toFixed(2)} dB from the truth, ${before.toFixed(2)} what is shown`;
}

const summaries = {
  'emoji-super-resolution': 'pictures of emoji at four times their height and width',
  'emoji-inpainting': 'what belongs into a hole of a picture of an emoji',
  'emoji-style-transfer': 'an emoji in the style that a prompt names',
};

/** `wgrad train emoji-super-resolution`, `emoji-inpainting` and `emoji-style-transfer`. */
export const emojiEdits = (Object.keys(edits) as (keyof typeof edits)[]).map((name) =>
  defineTask({
    name,
    summary: summaries[name],
    paper: 'Rombach et al. 2022, arXiv:2112.10752; Brooks et al. 2022, arXiv:2211.09800',
    schema,
    defaults,
    reportEvery: (config) => config.reportEvery,
    stages: (config, room) => stages(edits[name], config, room),
    next: (folder) => `wgrad generate "red apple" --model ${folder}/model --image PICTURE`,
  }),
);
