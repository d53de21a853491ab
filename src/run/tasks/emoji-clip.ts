// The task emoji-clip: a CLIP of emoji (clip/train.ts says what a step is). The folder of a finished run is a model that
// `wgrad classify`, `wgrad search` and, with a ViT, transformers read.
import Type, { type Static } from 'typebox';
import type { ContrastiveConfig } from '../../clip/config.ts';
import { contrastiveConfig } from '../../clip/config.ts';
import { embedder } from '../../clip/embed.ts';
import { saveClip } from '../../clip/folder.ts';
import { contrastiveModel } from '../../clip/model.ts';
import { contrastiveRecipe, trainContrastive } from '../../clip/train.ts';
import { emojiTokenizer, emojiTokenizerFiles } from '../../clip/words.ts';
import type { ClipTokenizer } from '../../data/clip-tokenizer.ts';
import { loadEmoji, selectEmoji } from '../../data/emoji.ts';
import { type EmojiSet, emojiStyles, type Split } from '../../data/emoji-set.ts';
import { writeFileSafely } from '../../io/files.ts';
import type { LearnerState } from '../../train/learner.ts';
import { choice, largestBatch, recipeProperties, record, whole } from '../schemas.ts';
import { defineTask, type Room, type Stage, stage } from '../task.ts';
import { UsageError } from '../usage-error.ts';
import { measureParts, measuresTable, type Part } from './clip-measures.ts';
import { confusionSheet, retrievalSheet } from './clip-sheets.ts';

const width = (description: string) => whole(1, 8192, description);
const layers = (description: string) => whole(1, 256, description);

const schema = record({
  heldOutStyle: choice(emojiStyles, 'style that is never trained on, for measuring'),
  model: record({
    tower: choice(['resnet', 'vit'], 'kind of the vision tower: resnet or vit'),
    projection: width('size of the space that pictures and texts share'),
    resnet: record({
      stem: width('channels of the first convolution'),
      widths: Type.Array(width(''), {
        minItems: 1,
        maxItems: 5,
        description: 'channels of levels',
      }),
      blocks: layers('residual blocks of a level'),
      heads: width('heads of the attention that pools'),
    }),
    vit: record({
      patch: width('side of a patch in pixels'),
      width: width('size of a patch'),
      layers: layers('blocks'),
      heads: width('heads of attention'),
    }),
    text: record({
      merges: whole(1, 48_894, 'byte pairs that are learned'),
      context: whole(4, 4096, 'tokens of a text'),
      width: width('size of a token'),
      layers: layers('blocks'),
      heads: width('heads of attention'),
    }),
  }),
  training: record({
    ...recipeProperties,
    chunkSize: whole(1, largestBatch, 'pairs embedded at a time; less memory, a third more work'),
    tokens: whole(4, 4096, 'tokens that captions are cut to'),
  }),
  reportEvery: whole(1, 1e6, 'steps between lines of metrics'),
});
type ClipTaskConfig = Static<typeof schema>;

const size = 64;

const defaults = {
  heldOutStyle: 'fxemoji',
  model: {
    tower: 'resnet',
    projection: 128,
    resnet: { stem: 24, widths: [32, 64, 128], blocks: 1, heads: 4 },
    vit: { patch: 8, width: 128, layers: 4, heads: 4 },
    text: { merges: 2000, context: 24, width: 128, layers: 2, heads: 4 },
  },
  training: contrastiveRecipe,
  reportEvery: 10,
} as unknown as ClipTaskConfig;

/** The configuration of a model as in its folder. */
function modelConfig({ model }: ClipTaskConfig, tokenizer: ClipTokenizer): ContrastiveConfig {
  const { tower, projection: projection_dim, resnet, vit, text } = model;
  const tokens = { vocab_size: tokenizer.size, eos_token_id: tokenizer.endId };
  const transformer = (t: { width: number; layers: number; heads: number }) => ({
    hidden_size: t.width,
    intermediate_size: 4 * t.width,
    num_hidden_layers: t.layers,
    num_attention_heads: t.heads,
  });
  return contrastiveConfig({
    architectures: [tower === 'vit' ? 'CLIPModel' : 'WgradResNetCLIPModel'],
    projection_dim,
    logit_scale_init_value: Math.log(1 / 0.07),
    text_config: { ...transformer(text), ...tokens, max_position_embeddings: text.context },
    vision_config:
      tower === 'vit'
        ? { ...transformer(vit), image_size: size, patch_size: vit.patch }
        : { ...resnet, image_size: size, num_channels: 3 },
  });
}

function check({ model, training }: ClipTaskConfig): void {
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw new UsageError(`configuration: ${what}`);
  };
  const { resnet, vit, text } = model;
  for (const [name, t] of Object.entries({ vit, text })) {
    need(t.width % t.heads === 0, `model.${name}.heads do not divide model.${name}.width`);
  }
  need(vit.patch <= size, `model.vit.patch is beyond the ${size} pixels of a picture`);
  need(
    resnet.widths.every((c) => c % 8 === 0),
    'model.resnet.widths are not multiples of 8',
  );
  need(
    resnet.widths[resnet.widths.length - 1] % resnet.heads === 0,
    'model.resnet.heads do not divide the last of model.resnet.widths',
  );
  need(training.tokens <= text.context, 'training.tokens is beyond model.text.context');
  need(training.chunkSize <= training.batchSize, 'training.chunkSize is beyond training.batchSize');
}

/** What is measured: every picture held out, and at most `most` of those trained on. */
export function clipParts(all: EmojiSet, heldOutStyle: string, most: number): readonly Part[] {
  const part = (
    name: string,
    seen: boolean,
    splits: readonly Split[],
    limit = all.records.length,
  ) => {
    const indices = [...all.records.keys()].filter((i) => {
      const { style, split } = all.records[i];
      return (style !== heldOutStyle) === seen && splits.includes(split);
    });
    const step = Math.ceil(indices.length / limit);
    return { name, set: all, indices: indices.filter((_, i) => i % step === 0) };
  };
  return [
    part('trained on', true, ['train'], most),
    part('held-out pictures', true, ['heldOutPair']),
    part('held-out concepts', true, ['heldOutConcept']),
    part('unseen style', false, ['train', 'heldOutPair']),
    part('both unseen', false, ['heldOutConcept']),
  ];
}

/** Texts of the sheet. */
export const sheetTexts = [
  ...['red apple', 'blue heart', 'smiling cat', 'yellow fruit', 'angry face', 'a green animal'],
  ...['something to drink', 'vehicle', 'a person running', 'house', 'musical instrument', 'rain'],
  ...['red circle', 'left arrow', 'money', 'flower', 'winter sport', 'crying'],
];

async function* stages(config: ClipTaskConfig, room: Room): AsyncGenerator<Stage> {
  const { heldOutStyle, model: sizes, training: recipe } = config;
  const all = await loadEmoji(undefined, { size });
  const set = selectEmoji(all, {
    splits: ['train'],
    where: ({ style }) => style !== heldOutStyle,
  });
  const told = all.records.filter(({ split }) => split !== 'heldOutConcept');
  const files = emojiTokenizerFiles(told, sizes.text.merges, sizes.text.context);
  const tokenizer = await emojiTokenizer(files);
  const concepts = new Set(set.records.map((r) => r.hexcode)).size;
  room.say(
    `data: ${set.records.length} pictures of ${concepts} concepts, without the style ${heldOutStyle}; ` +
      `${tokenizer.size} tokens`,
  );
  const model = contrastiveModel(modelConfig(config, tokenizer));
  const algorithm = trainContrastive({ model, set, tokenizer, recipe });
  const paramsOf = (state: LearnerState) => algorithm.learner.average(state);
  const save = (state: LearnerState) =>
    saveClip(room.folder, { config: model.config, params: paramsOf(state) }, files);
  const parts = clipParts(all, heldOutStyle, 1000);
  const shown = parts[3]; // the unseen style
  yield stage({
    name: 'clip',
    algorithm,
    steps: recipe.steps,
    seed: recipe.seed,
    counts: { images: recipe.batchSize },
    sample: async (state, samples) => {
      const embed = embedder(model, paramsOf(state), tokenizer);
      try {
        const measures = await measureParts(embed, parts, all.records);
        const table = measuresTable(measures);
        await writeFileSafely(samples.file('measures.txt'), [new TextEncoder().encode(table)]);
        const unseen = selectEmoji(all, { styles: [heldOutStyle] });
        await retrievalSheet(samples.file('retrieval.png'), embed, sheetTexts, unseen);
        await confusionSheet(samples.file('confusion.png'), embed, all, shown.indices);
        return table;
      } finally {
        embed.dispose();
      }
    },
    save,
    done: save,
  });
}

/** `wgrad train emoji-clip`. */
export const emojiClip = defineTask({
  name: 'emoji-clip',
  summary: 'pictures and texts of emoji in one space, for classifying, searching and scoring',
  paper: 'Radford et al. 2021, arXiv:2103.00020',
  schema,
  defaults,
  reportEvery: (config) => config.reportEvery,
  check,
  stages,
  next: (folder) => `wgrad classify PICTURE --labels "apple,pear" --model ${folder}`,
});
