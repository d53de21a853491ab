// Training: learners, the loop around an algorithm, data sets, recipes.
export { type Dataset, dataset } from './dataset.ts';
export { type Learner, type LearnerState, learner } from './learner.ts';
export { type Algorithm, loop, type Metrics, type Report } from './loop.ts';
export { learnerOf, learningRate, optimizerOf, type Recipe } from './recipe.ts';
export { type Supervised, supervised } from './supervised.ts';
