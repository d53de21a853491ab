// Two learners against each other: a generator puts points on a ring, a discriminator tells them from true ones (a
// GAN). One step updates both; the loop around it is the one for everything that trains.
import * as wgrad from 'wgrad';

const { abs, concat, cos, losses, mean, mul, nn, norm, optim, random, sin, sub, train } = wgrad;
type Tensor = wgrad.Tensor;

const forger = nn.MLP([4, 32, 32, 2]);
const judge = nn.MLP([2, 32, 32, 1]);
const optimizer = optim.adam({ learningRate: 2e-3, betas: [0.5, 0.9] });
const starts = { forger: forger.init(random.key(1)), judge: judge.init(random.key(2)) };
const learners = {
  forger: train.learner(starts.forger, { optimizer }),
  judge: train.learner(starts.judge, { optimizer }),
};

const ring = (key: Tensor): Tensor => {
  const angle = mul(random.uniform(key, [128, 1]), 2 * Math.PI);
  return concat([cos(angle), sin(angle)], 1);
};

type State = {
  readonly forger: wgrad.train.LearnerState;
  readonly judge: wgrad.train.LearnerState;
};
const gan: wgrad.train.Algorithm<State, null, Tensor> = {
  name: 'ring',
  init: () => ({
    forger: learners.forger.init(starts.forger),
    judge: learners.judge.init(starts.judge),
  }),
  batch: (at) => ring(random.foldIn(random.key(3), at)),
  step: (old, _, points, _at, key) => {
    const noise = random.normal(key, [128, 4]);
    const forged = forger.apply(learners.forger.params(old.forger), noise);
    const told = learners.judge.update(old.judge, (p) =>
      losses.discriminatorLoss('bce', judge.apply(p, points), judge.apply(p, forged)),
    );
    const judging = learners.judge.params(told.state);
    const made = learners.forger.update(old.forger, (p) =>
      losses.generatorLoss('bce', judge.apply(judging, forger.apply(p, noise))),
    );
    return {
      state: { forger: made.state, judge: told.state },
      metrics: {
        judge: told.loss,
        offRing: mean(abs(sub(norm(forged, 1), 1))),
        center: norm(mean(forged, 0)), // 0 for points all around
      },
    };
  },
};

for await (const { at, metrics } of train.loop(gan, { steps: 600, seed: 0, reportEvery: 150 })) {
  const shown = Object.entries(metrics).map(([name, v]) => `${name} ${v.toFixed(3)}`);
  console.log(`step ${at}  ${shown.join('  ')}`);
}
