// DDPO on points: a small denoiser learns four blobs; then a reward that only says how near a sample is to the blob
// on the right moves its samples there. The sampler is the policy; the reward is not differentiated.
import * as wgrad from 'wgrad';

const { add, concat, diffusion, mul, nn, optim, random } = wgrad;
const { reshape, rl, take, tensor, train, zeros } = wgrad;
type Tensor = wgrad.Tensor;

const net = nn.MLP([3, 64, 64, 2]);
type Params = ReturnType<typeof net.init>;
const denoise = (p: Params, x: Tensor, time: Tensor): Tensor =>
  net.apply(p, concat([x, reshape(time, [x.shape[0], 1])], 1));
const learnerOf = (learningRate: number) =>
  train.learner(net.init(random.key(0)), { optimizer: optim.adam({ learningRate }) });

// pre-training: v-prediction at random times of the cosine schedule
const blobs = tensor(Float32Array.of(1, 0, -1, 0, 0, 1, 0, -1), { shape: [4, 2] });
const first = learnerOf(3e-3);
const denoiser: wgrad.train.Algorithm<wgrad.train.LearnerState, null, Tensor> = {
  name: 'denoiser',
  init: (key) => first.init(net.init(key)),
  batch: (at) => take(blobs, random.randint(random.foldIn(random.key(1), at), [256], 0, 4)),
  step: (old, _, centers, _at, key) => {
    const [a, b, c] = random.splitKey(key, 3);
    const x0 = add(centers, mul(random.normal(a, [256, 2]), 0.1));
    const time = random.uniform(b, [256, 1]);
    const { alpha, sigma } = diffusion.cosineLevels(time);
    const eps = random.normal(c, [256, 2]);
    const x = diffusion.noised(x0, eps, alpha, sigma);
    const target = diffusion.targetOf('v', x0, eps, alpha, sigma);
    const made = first.update(old, (p) => wgrad.meanSquaredError(denoise(p, x, time), target));
    return { state: made.state, metrics: { loss: made.loss } };
  },
};
let pretrained = net.init(random.key(0));
for await (const { at, metrics, state } of train.loop(denoiser, {
  steps: 600,
  seed: 0,
  reportEvery: 300,
})) {
  console.log(`denoiser, step ${at}  loss ${metrics.loss.toFixed(3)}`);
  if (at === 600) pretrained = first.params(state);
}

const algorithm = rl.ddpo({
  policy: rl.denoisingPolicy(denoise, diffusion.ddimOver('v'), { shape: [2], steps: 8, eta: 1 }),
  learner: learnerOf(1e-3),
  init: () => pretrained,
  reward: rl.colorReward([1, 0]),
  conditions: () => zeros([256, 1]),
  group: 256,
  minibatches: 2,
  clip: 0.2,
  seed: 2,
});
for await (const { at, metrics } of train.loop(algorithm, { steps: 30, seed: 1 })) {
  console.log(`ddpo, step ${at}  reward ${metrics.reward.toFixed(3)}`);
}
