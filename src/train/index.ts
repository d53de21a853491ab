// Training: learners, the loop around an algorithm, data sets, recipes.
export * from './dataset.ts';
export * from './learner.ts';
export * from './loop.ts';
export * from './recipe.ts';
export * from './supervised.ts';
