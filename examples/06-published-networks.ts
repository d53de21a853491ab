// A published network under its own names: Stable Diffusion's U-Net from a folder as diffusers writes it; one
// denoising run; and a gradient by the names of PyTorch's state dict. The folder is the first argument: one of
// diffusers, or a small one with random weights as `npx wgrad random-model FOLDER --preset tiny` writes it.
import { diffusion, grad, mul, nn, norm, random, rl } from 'wgrad';

const [folder = 'tiny-model'] = process.argv.slice(2);

// opening checks names and shapes against the configuration; no value has been read yet
const opened = await diffusion.openDiffusers(folder);
const unet = diffusion.partOf(opened, 'unet', 'UNet2DConditionModel');
const { name, shape } = nn.stateEntries(unet.template)[0];
console.log(unet.className, 'with', unet.entries.length, 'tensors, first', name, shape);

// ten steps of DPM-Solver++ from noise, with guidance
const params = await unet.load({ dtype: 'f32' });
const width = unet.config.cross_attention_dim as number;
const condition = random.normal(random.key(1), [1, 77, width]);
const sample = diffusion.sampler(
  unet.model.apply,
  diffusion.dpmSolverMultistepScheduler({ beta_schedule: 'scaled_linear' }),
);
const latents = await sample(params, {
  condition,
  unconditional: mul(condition, 0),
  guidance: 7.5,
  shape: [1, 8, 8, 4],
  steps: 10,
  key: random.key(2),
});
console.log('latents', latents.shape, (await latents.data()).slice(0, 3));

// the gradient of Diffusion-DPO with respect to every weight, under PyTorch's names
const pair = random.normal(random.key(3), [2, 8, 8, 4]); // preferred, rejected
const noise = random.normal(random.key(4), pair.shape);
const both = random.normal(random.key(5), [2, 77, width]);
const predict = (p: typeof params) => unet.model.apply(p, pair, 500, both);
const reference = predict(params);
const gradients = grad(
  (p: typeof params) => rl.diffusionDpoLoss(predict(p), reference, noise).loss,
)(params);
const named = nn.toStateDict(gradients);
console.log(Object.keys(named).length, 'gradients; conv_in.weight', named['conv_in.weight'].shape);
console.log('its norm', await norm(named['conv_in.weight']).item());
