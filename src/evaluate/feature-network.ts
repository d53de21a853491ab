// What turns pictures into features, with a name and a version: figures of different networks cannot be compared.

import { embedder } from '../clip/embed.ts';
import { type Clip, loadClip } from '../clip/folder.ts';
import { resNetVisionModel } from '../clip/resnet-vision.ts';
import { emojiTemplates } from '../clip/words.ts';
import { fitPicture } from '../io/fit-picture.ts';
import { unitVectors } from '../losses/contrastive.ts';
import { clipVisionModel } from '../models/clip.ts';
import { promptsOf, zeroShotClassifier, zeroShotPredict } from '../models/clip-zero-shot.ts';
import { compile } from '../runtime/compile.ts';
import { exp, mean, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { emptyRows, fillRows, type Input, type OnDone, type Pictures } from './batches.ts';
import { weightsHash } from './model-facts.ts';
import { pick, type Rows } from './rows.ts';

/** A network whose features are compared. */
export interface FeatureNetwork {
  readonly name: string;
  /** The first digits of the SHA-256 of its weights. */
  readonly version: string;
  /** Features of a picture. */
  readonly dim: number;
  /** What the features are, for people. */
  readonly about: string;
  /** Features of pictures. */
  features(pictures: Pictures, onDone?: OnDone): Promise<Rows>;
  dispose(): void;
}

/** A CLIP, which reads texts too; embeddings are unit vectors. */
export interface ScoringClip extends FeatureNetwork {
  /** Features and, in the same pass, embeddings of pictures. */
  both(pictures: Pictures, onDone?: OnDone): Promise<{ features: Rows; embeddings: Rows }>;
  /** Embeddings of texts. */
  texts(list: readonly string[]): Promise<Rows>;
  /** Probabilities [n, classes] of classes by their words, each in all templates. */
  classes(embeddings: Rows, names: readonly string[]): Promise<Rows>;
}

const tensorOf = ({ values, count, dim }: Rows): Tensor => tensor(values, { shape: [count, dim] });

// What is left of a picture before the space of texts, and how wide that is: embeddings of a CLIP hardly tell a noisy
// picture from a clean one, these do.
function pooled({ model: { config } }: Clip) {
  if (config.architectures[0] === 'CLIPModel') {
    const tower = clipVisionModel({ ...config.vision_config });
    const features = (p: Clip['params'], x: Tensor): Tensor =>
      tower.apply(p as unknown as ReturnType<typeof tower.init>, x).pooler_output;
    return { width: tower.config.hidden_size, what: 'the class token', features };
  }
  const { vision_config } = config as Extract<
    typeof config,
    { architectures: readonly ['WgradResNetCLIPModel'] }
  >;
  const tower = resNetVisionModel(vision_config);
  const features = (p: Clip['params'], x: Tensor): Tensor =>
    mean(tower.activations(p.vision_model as ReturnType<typeof tower.init>, x), [1, 2]);
  const { widths } = vision_config;
  return { width: widths[widths.length - 1], what: 'means of the last activations', features };
}

const batch = 64;

/** The CLIP of a folder. @throws FileError */
export async function clipNetwork(folder: string, name: string): Promise<ScoringClip> {
  const clip = await loadClip(folder);
  const { model, params, tokenizer } = clip;
  const { projection_dim, vision_config } = model.config;
  const { width, what, features } = pooled(clip);
  const embed = embedder(model, params, tokenizer, batch);
  const run = compile(
    (p: Clip['params'], x: Tensor) => ({
      features: features(p, x),
      embeddings: unitVectors(model.imageFeatures(p, x)),
    }),
    { name: 'picture features' },
  );
  const input: Input = {
    ...{ side: vision_config.image_size, batch },
    read: (picture) =>
      Float32Array.from(fitPicture(picture, vision_config.image_size).pixels, (b) => b / 127.5 - 1),
  };
  const both: ScoringClip['both'] = async (pictures, onDone) => {
    const out = {
      features: emptyRows(pictures.count, width),
      embeddings: emptyRows(pictures.count, projection_dim),
    };
    const results = (x: Tensor): Tensor[] => {
      const found = run(params, x);
      return [found.features, found.embeddings];
    };
    await fillRows(pictures, input, results, [out.features, out.embeddings], onDone);
    return out;
  };
  return {
    name,
    version: (await weightsHash(folder)).slice(0, 12),
    dim: width,
    about: `${what} of a CLIP of ${vision_config.image_size} pixels`,
    both,
    features: async (pictures, onDone) => (await both(pictures, onDone)).features,
    texts: async (list) => {
      const unique = [...new Set(list)];
      const place = new Map(unique.map((text, i) => [text, i]));
      return pick(
        await embed.texts(unique),
        list.map((text) => place.get(text) as number),
      );
    },
    classes: async (embeddings, names) => {
      const texts = await embed.texts(promptsOf(names, emojiTemplates));
      const classifier = zeroShotClassifier(tensorOf(texts), emojiTemplates.length);
      const { probabilities } = zeroShotPredict(
        tensorOf(embeddings),
        classifier,
        exp(params.logit_scale),
      );
      const values = (await probabilities.data()) as Float32Array;
      return { values, count: embeddings.count, dim: names.length };
    },
    dispose: () => {
      embed.dispose();
      run.dispose();
    },
  };
}
