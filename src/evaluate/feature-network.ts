// What turns pictures into features, with a name and a version: figures of different networks cannot be compared.

import { embedder } from '../clip/embed.ts';
import { type Clip, loadClip } from '../clip/folder.ts';
import { resNetVisionModel } from '../clip/resnet-vision.ts';
import { emojiTemplates } from '../clip/words.ts';
import { fitPicture } from '../io/fit-picture.ts';
import type { Picture } from '../io/picture.ts';
import { unitVectors } from '../losses/contrastive.ts';
import { clipVisionModel } from '../models/clip.ts';
import { promptsOf, zeroShotClassifier, zeroShotPredict } from '../models/clip-zero-shot.ts';
import { compile } from '../runtime/compile.ts';
import { exp, mean, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { weightsHash } from './model-facts.ts';
import { pick, type Rows } from './rows.ts';

/** Pictures by number, read when they are needed. */
export interface Pictures {
  readonly count: number;
  picture(index: number): Picture | Promise<Picture>;
}

/** Told how many of how many are done. */
export type OnDone = (done: number, total: number) => void;

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

/** Batches of pictures, fitted into squares as a tensor [size, side, side, 3] in [-1, 1]; the last is filled up with zeros. */
export async function* batchesOf(
  { count, picture }: Pictures,
  size: number,
  side: number,
): AsyncGenerator<{ readonly first: number; readonly real: number; readonly images: Tensor }> {
  for (let first = 0; first < count; first += size) {
    const real = Math.min(size, count - first);
    const values = new Float32Array(size * side * side * 3);
    for (let i = 0; i < real; i++) {
      const { pixels } = fitPicture(await picture(first + i), side);
      const at = i * pixels.length;
      for (let k = 0; k < pixels.length; k++) values[at + k] = pixels[k] / 127.5 - 1;
    }
    const images = tensor(values, { shape: [size, side, side, 3] });
    yield { first, real, images };
    images.dispose();
  }
}

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
  const empty = (count: number, dim: number) => ({
    ...{ values: new Float32Array(count * dim), count, dim },
  });
  const both: ScoringClip['both'] = async (pictures, onDone) => {
    const { count } = pictures;
    const out = { features: empty(count, width), embeddings: empty(count, projection_dim) };
    for await (const { first, real, images } of batchesOf(
      pictures,
      batch,
      vision_config.image_size,
    )) {
      const found = run(params, images);
      for (const kind of ['features', 'embeddings'] as const) {
        const { values, dim } = out[kind];
        const rows = (await found[kind].data()) as Float32Array;
        values.set(rows.subarray(0, real * dim), first * dim);
        found[kind].dispose();
      }
      onDone?.(first + real, count);
    }
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
