// The floors of src/: what stands where, and who may import whom. This is the only list of them; the table in
// docs/architecture.md is written from it (`npm run floors`), and test/architecture.test.ts holds the
// imports and the table against it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A folder (or file) of src/. */
export interface Room {
  readonly name: string;
  readonly holds: string;
  readonly ignores: string;
}

const room = (name: string, holds: string, ignores: string): Room => ({ name, holds, ignores });

/** From the ground up to the command line. Rooms on one floor are neighbours and do not import each other. */
export const floors: readonly (readonly Room[])[] = [
  [
    room(
      'tensor',
      '`Tensor`, dtypes, shapes, trees, errors, `defineOp`, index forms, scalar expressions, `ops/`',
      'devices, transforms',
    ),
  ],
  [room('autodiff', 'the tape walk and the transforms, call nodes, `checkGradients`', 'kernels')],
  [room('compiler', 'merging, fusion, nests, memory plan', 'WGSL, WebAssembly')],
  [room('backends', 'the interface, `interpret/`, `cpu/`, `webgpu/`', 'gradients, layers')],
  [room('runtime', 'choice of device, ownership of memory, evaluation, `compile`', 'layers')],
  [
    room(
      'nn',
      'layers, initialisers, LoRA, trees of modules and state dicts, `optim/`',
      'any model',
    ),
  ],
  [
    room(
      'losses',
      'losses and estimators as pure functions: language models, policy gradients, GANs, diffusion',
      'models',
    ),
  ],
  [room('io', 'safetensors, images, checkpoints', 'data sets, models')],
  [room('data', 'the emoji data set, tokenizers', 'models')],
  [room('train', 'learners, the loop around an algorithm, data sets, recipes', 'any model')],
  [
    room(
      'models',
      'published networks under their original names and configurations',
      'sampling, training',
    ),
  ],
  [
    room(
      'diffusion',
      'schedulers, samplers, the two stages of latent diffusion, pipelines and their folders',
      'the command line',
    ),
  ],
  [
    room(
      'clip',
      'CLIP trained here (`wgrad/contrastive`): towers, training, folders, zero-shot',
      'the other trainings',
    ),
    room('gan', 'training of GANs', 'the other trainings'),
    room('parti', 'training of Parti', 'the other trainings'),
    room('pointe', 'training of Point-E', 'the other trainings'),
    room('lm', 'training of language models', 'the other trainings'),
  ],
  [room('metrics', 'measures of pictures, point clouds and features', 'the command line')],
  [
    room(
      'rl',
      'policies over text and denoising, rewards, a page for each algorithm with rollout, advantage, loss and update',
      'the command line',
    ),
  ],
  [room('index.ts', 'the public names', 'the command line')],
  [
    room(
      'run',
      'tasks, configurations, run folders, resuming, reports; Node only',
      'the command line',
    ),
  ],
  [
    room(
      'evaluate',
      'pictures of models measured: feature networks, sets of pictures, measures with intervals; Node only',
      'the command line',
    ),
  ],
  [room('experiments', 'a file for each claim of a paper that is tried', 'the command line')],
  [room('cli', 'the `wgrad` command: thin', '')],
];

const src = new URL('../src/', import.meta.url);
const page = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));

/** The text of docs/architecture.md with the table of what exists. */
export function withFloors(text: string): string {
  const rows = floors
    .flat()
    .filter(({ name }) => !name.includes('.') && existsSync(new URL(name, src)))
    .map(
      ({ name, holds, ignores }) => `| \`${name}/\` | ${holds} | ${ignores}${ignores && ' '}|\n`,
    );
  const table = `| folder | holds | knows nothing of |\n|---|---|---|\n${rows.join('')}`;
  const [open, close] = ['<!-- generated: floors -->', '<!-- end: floors -->'];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`docs/architecture.md lacks ${open} or ${close}`);
  return `${text.slice(0, start)}${open}\n${table}${text.slice(end)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, withFloors(readFileSync(page, 'utf8')));
}
