// A policy gradient on text: a small language model is rewarded for the share of a wished token in its answers, by
// a function on the host; REINFORCE raises it from one in eight.
import type { Tensor } from 'wgrad';
import { models, optim, random, rl, tensor, train } from 'wgrad';

const wished = 5;
const model = models.gpt({ vocab_size: 8, block_size: 8, n_layer: 1, n_head: 2, n_embd: 16 });
const policy = rl.tokenPolicy(model, { count: 6 });
const reward = rl.hostReward('share of the wished token', async (answers: Tensor) => {
  const [n, count] = answers.shape;
  const ids = await answers.data();
  const share = (row: number) => {
    const own = ids.slice(row * count, (row + 1) * count);
    return own.filter((id) => id === wished).length / count;
  };
  return tensor(Float32Array.from({ length: n }, (_, row) => share(row)));
});

const init = model.init;
const optimizer = optim.adam({ learningRate: 1e-2 });
const algorithm = rl.reinforce({
  policy,
  reward,
  init,
  learner: train.learner(init(random.key(0)), { optimizer }),
  conditions: () => tensor(new Int32Array(32), { shape: [32, 1] }), // token 0, 32 times
  group: 32,
  seed: 1,
});

for await (const { at, metrics } of train.loop(algorithm, { steps: 60, seed: 0 })) {
  console.log(`step ${at}  reward ${metrics.reward.toFixed(3)}`);
}
