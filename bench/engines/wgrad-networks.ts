// The library's networks as workloads: train steps of GPT-2, AutoencoderKL and latent diffusion, and sampling
// with a key-value cache. Parameters come in the layouts of PyTorch's state dicts.

import type { Parameter } from '../harness/data.ts';
import { fill, startingValues } from '../harness/data.ts';
import type { DiffusionSpec, GptSpec, VaeSpec } from '../harness/networks.ts';
import type { Workload } from './serve.ts';
import type { Library } from './wgrad-workloads.ts';

type Tensor = import('../../src/index.ts').Tensor;

/** Token ids i32 of a shape: the same hash as all inputs. */
export const idsOf = (shape: readonly number[], seed: number, vocabulary: number): Int32Array =>
  Int32Array.from(fill(shape, seed), (x) => Math.floor((x + 0.5) * vocabulary));

/** The workloads of networks, by operation. */
export function networkWorkloads(
  w: Library,
  trainStep: <P>(name: string, params: P, lossOf: (p: P) => Tensor) => Workload,
) {
  /** `template` with the starting values of a spec's list. */
  const filled = <P>(template: P, params: readonly Parameter[]): P =>
    w.nn.fromStateDict(
      template,
      Object.fromEntries(
        params.map((p, i) => [p[0], w.tensor(startingValues(p, i), { shape: [...p[1]] })]),
      ),
    );
  const image = (shape: number[], seed: number) => {
    const [n, c, h, width] = shape; // channels first, as all inputs are
    return w.transpose(w.tensor(fill([n, c, h, width], seed, 2), { shape }), [0, 2, 3, 1]);
  };
  const ids = (shape: number[], seed: number, vocabulary: number) =>
    w.tensor(idsOf(shape, seed, vocabulary), { shape, dtype: 'i32' });
  const meanSquare = (a: Tensor, b: Tensor) => w.mean(w.square(w.sub(a, b)));
  const key = w.random.key(0);

  return {
    gpt({ N, config, params }: GptSpec): Workload {
      const model = w.models.gpt(config);
      const { n_positions: T, vocab_size } = config;
      const tokens = ids([N, T + 1], 1, vocab_size);
      const [x, y] = [w.slice(tokens, null, [0, T]), w.slice(tokens, null, [1, T + 1])];
      const p = filled(model.init(key), params);
      return trainStep('gpt', p, (q: typeof p) =>
        w.mean(w.neg(w.losses.tokenLogProbabilities(model.apply(q, x), y))),
      );
    },

    gpt_sample(spec: Extract<GptSpec, { op: 'gpt_sample' }>): Workload {
      const model = w.models.gpt(spec.config);
      const p = filled(model.init(key), spec.params);
      const start = ids([spec.N, spec.prompt], 1, spec.config.vocab_size);
      const generate = w.models.gptGenerator(model);
      let last: Tensor | undefined;
      return {
        async run() {
          last?.dispose();
          last = generate(p, start, spec.count, key);
          await last.data();
        },
        // draws differ between libraries: the value is the first logit behind the prompt
        value: async () => {
          const logits = model.apply(p, start);
          return w.slice(logits, [0, 1], [spec.prompt - 1, spec.prompt], [0, 1]).item();
        },
      };
    },

    vae({ N, S, config, params }: VaeSpec): Workload {
      const model = w.models.autoencoderKL(config);
      const factor = 2 ** (config.block_out_channels.length - 1);
      const x = image([N, 3, S, S], 1);
      const noise = image([N, config.latent_channels, S / factor, S / factor], 2);
      const p = filled(model.init(key), params);
      return trainStep('vae', p, (q: typeof p) => meanSquare(model.apply(q, x, noise), x));
    },

    ldm({ N, S, config, params }: DiffusionSpec): Workload {
      const [unet, text] = [
        w.models.unet2DConditionModel(config.unet),
        w.models.clipTextModel(config.text),
      ];
      const [x, y] = [image([N, 4, S, S], 1), image([N, 4, S, S], 2)];
      const prompt = ids([N, config.text.max_position_embeddings], 3, config.text.vocab_size);
      const times = w.tensor(idsOf([N], 4, 1000), { shape: [N], dtype: 'i32' });
      const p = filled({ unet: unet.init(key), text: text.init(key) }, params);
      return trainStep('ldm', p, (q: typeof p) => {
        const { last_hidden_state } = text.apply(q.text, prompt);
        return meanSquare(unet.apply(q.unet, x, times, last_hidden_state), y);
      });
    },
  };
}
