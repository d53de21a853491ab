// The first stage of latent diffusion (Rombach et al. 2022, arXiv:2112.10752, section 3.1 and appendix G): an
// autoencoder whose latents are lightly pulled towards a standard normal,
//
//   z = mean(x) + std(x) n,   y = D(z)
//   L = |x - y| + (x - y)² + edges (|d_x (x - y)| + |d_y (x - y)|) + chroma |opponents(x - y)|
//         + kl KL(q(z | x) || N(0, I)) + w g,
//
// each a mean over elements, so `kl` is that of a sum over pixels divided by 3 h w. Or latents are entries e of a
// codebook (bottleneck.ts): y = D(e), and |sg(z) - e|² + beta |z - sg(e)|² stands for the divergence. Differences of
// neighbouring pixels stand in for LPIPS, whose network knows photographs: flat art is edges. Features of another
// network may be compared beside them (losses/perceptual.ts). Red against green and blue against both count once more,
// for a network that knows one hue a picture is cheap and stays for thousands of steps: a tulip whose petals and leaves
// are the same brown. With a judge of patches, g = -mean judge(y) joins late with the adaptive weight of VQGAN
// (arXiv:2012.09841, eq. 7), and the judge learns beside it.

import { grad } from '../autodiff/transforms.ts';
import { imageBatch } from '../data/augment.ts';
import type { EmojiSet } from '../data/emoji-set.ts';
import { batchAt } from '../data/loader.ts';
import { hostRandom } from '../data/random.ts';
import { delayedWeight, discriminatorLoss, generatorLoss } from '../losses/gan.ts';
import { adaptiveWeight } from '../losses/gan-penalties.ts';
import { perceptualDistance } from '../losses/perceptual.ts';
import { patchGan } from '../models/patch-gan.ts';
import type { ParamsOf } from '../nn/module.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import {
  abs,
  add,
  mean,
  mul,
  random,
  sliceAxis,
  square,
  sub,
  tensor,
  zeros,
  zerosLike,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { map } from '../tensor/tree.ts';
import type { LearnerState, LearnerTrees } from '../train/learner.ts';
import type { Algorithm } from '../train/loop.ts';
import { learnerOf, type Recipe } from '../train/recipe.ts';
import * as kinds from './argument-kinds.ts';
import {
  bottleneckOf,
  type FirstStageModel,
  type FirstStageParams,
  type PenaltyWeights,
} from './bottleneck.ts';

/** Weights of the loss beside |x - y| + (x - y)². */
export interface VaeWeights extends PenaltyWeights {
  /** Of differences of neighbouring pixels. */
  readonly edges: number;
  /** Of red - green and blue - (red + green) / 2. */
  readonly chroma: number;
  /** Of the distance of features (losses/perceptual.ts); default 0. */
  readonly perceptual?: number;
  /** Of the judge's verdict, times the adaptive weight; 0: there is no judge. */
  readonly judge: number;
  /** Step at which the verdict joins; the judge learns from the first on. */
  readonly judgeFrom: number;
}

/** Of flat art at 64 x 64. */
export const vaeWeights: VaeWeights = {
  ...{ edges: 0.5, chroma: 2, kl: 1e-4, commitment: 0.25 },
  ...{ judge: 0, judgeFrom: 0 },
};

/** Layers of features of pictures, [n, h, w, c] each, of a network that does not learn here. */
export type Features = (images: Tensor) => readonly Tensor[];

/** What the first stage needs. */
export interface VaeTraining<M extends FirstStageModel = FirstStageModel> {
  readonly model: M;
  /** Pictures; they are mirrored where that is allowed and moved by up to a sixteenth of their side. */
  readonly set: EmojiSet;
  readonly recipe: Recipe;
  readonly weights: VaeWeights;
  /** What `weights.perceptual` compares. */
  readonly features?: Features;
}

// mean |d| of neighbours along an axis (1: rows, 2: columns)
function neighbours(d: Tensor, axis: 1 | 2): Tensor {
  const n = d.shape[axis];
  return mean(abs(sub(sliceAxis(d, axis, [1, n]), sliceAxis(d, axis, [0, n - 1]))));
}

// mean |red - green| and |blue - (red + green) / 2| of differences [..., 3]
function opponents(d: Tensor): Tensor {
  const [r, g, b] = [0, 1, 2].map((c) => sliceAxis(d, -1, [c, c + 1]));
  return add(mean(abs(sub(r, g))), mean(abs(sub(b, mul(add(r, g), 0.5)))));
}

const vaeReconstructionLossArgs = is.signature(
  'diffusion.vaeReconstructionLoss',
  ['images', is.tensor],
  ['reconstructions', is.tensor],
  ['weights', is.record('weights', 'edges', 'chroma')],
);

/**
 * |x-y| + (x-y)² + edges (|d_x(x-y)| + |d_y(x-y)|) + chroma |opponents(x-y)|, each averaged: a scalar. Images
 * [n, h, w, 3].
 */
export function vaeReconstructionLoss(
  images: Tensor,
  reconstructions: Tensor,
  weights: Pick<VaeWeights, 'edges' | 'chroma'>,
): Tensor {
  vaeReconstructionLossArgs(images, reconstructions, weights);
  const d = sub(images, reconstructions);
  const difference = add(mean(abs(d)), mean(square(d)));
  const edges = mul(add(neighbours(d, 1), neighbours(d, 2)), weights.edges);
  return add(add(difference, edges), mul(opponents(d), weights.chroma));
}

// Every residual branch starts at zero, so that the first steps train the way from picture to latents and back
// alone: 17.6 in place of 16.9 dB after 200 steps.
const silent = (params: FirstStageParams): FirstStageParams =>
  map(params, (t, path) =>
    /\b(conv2|to_out\.0)\.[wb]$/.test(path) ? zerosLike(t) : t,
  ) as FirstStageParams;

/** Autoencoder and, where there are any, its judge and how often its codes are chosen. */
export type VaeState = {
  readonly vae: LearnerState;
  readonly judge: LearnerState | null;
  readonly counts: Tensor | null;
};

/** The training of an autoencoder. */
export interface TrainedVae<P = FirstStageParams> extends Algorithm<VaeState, null, Tensor> {
  /** The averaged parameters of a state. */
  average(state: VaeState): P;
}

const trainVaeArgs = is.signature('diffusion.trainVae', [
  'training',
  is.fields<VaeTraining>({
    model: is.methods('an autoencoder', 'init', 'apply', 'encode', 'decode'),
    set: is.record('an emoji set', 'images', 'records', 'styles', 'size'),
    recipe: kinds.recipe,
    features: is.optional(is.func),
    weights: is.record('weights', 'edges', 'chroma', 'kl', 'commitment', 'judge', 'judgeFrom'),
  }),
]);

/** The first stage on pictures. Metrics: loss; kl, or codebook and perplexity; and of a judge its loss. */
export function trainVae<M extends FirstStageModel>(
  training: VaeTraining<M>,
): TrainedVae<ParamsOf<M>> {
  trainVaeArgs(training);
  const { set, recipe, weights, features } = training;
  const { perceptual = 0 } = weights;
  if (perceptual > 0 && !features) {
    throw new WgradError('diffusion.trainVae: weights.perceptual needs features to compare');
  }
  const model: FirstStageModel = training.model;
  const middle = bottleneckOf(model, weights);
  const { batchSize, seed } = recipe;
  const { size } = set;
  const judge = weights.judge > 0 ? patchGan({ ndf: 32, n_layers: 2 }) : undefined;
  const key = random.key(seed);
  const first = (): FirstStageParams => silent(model.init(key));
  const vae = learnerOf(first(), recipe, { trainable: (path) => path !== middle.codes });
  const critic = judge && learnerOf(judge.init(random.foldIn(key, 1)), recipe);
  // norms of the judge look at the batch, so its running statistics are nobody's
  const scores = (params: ReturnType<NonNullable<typeof judge>['init']>, x: Tensor): Tensor => {
    if (!judge) throw new Error('no judge');
    return judge.train(params, x, judge.initState())[0];
  };

  type Trees = {
    vae: LearnerTrees<FirstStageParams>;
    judge: LearnerTrees<unknown> | null;
    counts: Tensor | null;
  };
  return {
    name: 'autoencoder step',
    average: (state) => vae.average(state.vae) as ParamsOf<M>,
    form: {
      trees: (s): Trees => ({
        vae: vae.form.trees(s.vae),
        judge: s.judge && critic ? critic.form.trees(s.judge) : null,
        counts: s.counts,
      }),
      state: (trees) => {
        const { vae: v, judge: j, counts } = trees as Trees;
        return {
          vae: vae.form.state(v),
          judge: j && critic ? critic.form.state(j as never) : null,
          counts,
        };
      },
    },
    init: () => ({
      vae: vae.init(first()),
      judge: critic && judge ? critic.init(judge.init(random.foldIn(key, 1))) : null,
      counts: middle.counts(first()),
    }),
    batch: (step) => {
      const { indices } = batchAt({ count: set.records.length, batchSize, seed }, step);
      const chance = hostRandom(seed, step, 1);
      const pixels = imageBatch(set, indices, chance, { mirror: true, shift: size >> 4 });
      return tensor(pixels, { shape: [batchSize, size, size, 3] });
    },
    step: (old, _, x, at, stepKey) => {
      const made = (p: FirstStageParams) => middle.pass(p, x, stepKey);
      const reconstruction = (y: Tensor): Tensor => {
        const rec = vaeReconstructionLoss(x, y, weights);
        if (!features || perceptual === 0) return rec;
        return add(rec, mul(perceptualDistance(features(x), features(y)), perceptual));
      };
      const verdict = (p: FirstStageParams): Tensor => {
        if (!old.judge || !critic) return zeros([]);
        const judging = critic.params(old.judge);
        // both losses as functions of the decoder's last layer
        const by = (loss: (y: Tensor) => Tensor) =>
          grad((w: Tensor) => {
            const { decoder } = p;
            const last = { ...decoder, conv_out: { ...decoder.conv_out, w } };
            return loss(made({ ...p, decoder: last }).y);
          })(p.decoder.conv_out.w as Tensor);
        const generator = (y: Tensor): Tensor => generatorLoss('hinge', scores(judging, y));
        const weight = adaptiveWeight(by(reconstruction), by(generator));
        const joined = delayedWeight(at, weights.judgeFrom, weights.judge);
        return mul(mul(weight, joined), generator(made(p).y));
      };
      const loss = (p: FirstStageParams): Tensor => {
        const { y, penalty } = made(p);
        return add(add(reconstruction(y), penalty), verdict(p));
      };
      const learned = vae.update(old.vae, loss);
      const given = vae.params(old.vae);
      const before = made(given);
      const told =
        old.judge && critic
          ? critic.update(old.judge, (p) =>
              discriminatorLoss('hinge', scores(p, x), scores(p, before.y)),
            )
          : undefined;
      const book = old.counts && middle.care(given, old.counts, before, random.foldIn(stepKey, 1));
      const fixed = { ...learned.state.fixed, ...(book && { [`${middle.codes}`]: book.codes }) };
      return {
        state: {
          vae: { ...learned.state, fixed },
          judge: told?.state ?? null,
          counts: book?.counts ?? null,
        },
        metrics: {
          loss: learned.loss,
          ...before.metrics,
          ...(told ? { judge: told.loss } : {}),
        },
      };
    },
  };
}
