// Autoencoders of diffusers in terms of ours, for the adapter of the group `diffusers_models`: inputs and
// outputs are [n, c, h, w], parameters a state dict.
import { standardNormalKl } from '../../../src/losses/kl.ts';
import { autoencoderKL, sampleGaussian } from '../../../src/models/autoencoder-kl.ts';
import { vqModel } from '../../../src/models/vq-model.ts';
import { fromStateDict } from '../../../src/nn/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { toFirst, toLast } from './torch-functions.ts';

type Named = Readonly<Record<string, Tensor>>;

/** A module's configuration, inputs and parameters, as a case has them. */
export interface ModuleCall {
  readonly config: Readonly<Record<string, unknown>>;
  readonly x: Named;
  readonly p: Named;
}

const key = ops.random.key(0);

/** Outputs by the class that the reference names. */
export const autoencoderModules: Readonly<Record<string, (call: ModuleCall) => Named>> = {
  AutoencoderKL: ({ config, x, p }) => {
    const model = autoencoderKL(config);
    const params = fromStateDict(model.init(key), p);
    const q = model.encode(params, toLast(x.x));
    const z = sampleGaussian(q, toLast(x.noise));
    return {
      mean: toFirst(q.mean),
      logvar: toFirst(q.logvar),
      z: toFirst(z),
      recon: toFirst(model.decode(params, z)),
      kl: ops.sum(standardNormalKl(q.mean, q.logvar), [1, 2, 3]),
    };
  },
  VQModel: ({ config, x, p }) => {
    const model = vqModel(config);
    const params = fromStateDict(model.init(key), p);
    const latents = model.encode(params, toLast(x.x));
    const { quantized, loss, indices } = model.quantize(params, latents);
    return {
      latents: toFirst(latents),
      quant: toFirst(quantized),
      vq_loss: loss,
      indices: ops.reshape(indices, [-1]),
      recon: toFirst(model.decode(params, latents)),
    };
  },
};
