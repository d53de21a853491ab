// Measures every model in weights/ that draws and writes docs/evaluate.md's table of them: method, FID, IS, parameters,
// sampling steps, notes.
//
//   npx tsx scripts/models-table.ts [SAMPLES]        1,000 by default; minutes for each row
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawnWith, trainedOn } from '../src/cli/evaluate-sets.ts';
import { openPipeline } from '../src/diffusion/stable-diffusion.ts';
import { type Evaluation, evaluate } from '../src/evaluate/evaluate.ts';
import { clipNetwork } from '../src/evaluate/feature-network.ts';
import { parameterCount } from '../src/evaluate/model-facts.ts';
import {
  drawnSet,
  drawnTexts,
  emojiReference,
  type PictureSet,
  partOf,
  type Reference,
} from '../src/evaluate/picture-set.ts';
import { short } from '../src/evaluate/table.ts';
import { useDevice } from '../src/index.ts';
import { modelIn } from '../src/run/model-folder.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const page = join(root, 'docs/evaluate.md');
const [open, close] = ['<!-- generated: models -->', '<!-- end: models -->'];
const samples = Number(process.argv[2] ?? 1000);
const heads = ['method', 'FID', 'IS', 'parameters', 'sampling steps', 'notes'];

await useDevice('cpu');
const clip = await clipNetwork(join(root, 'weights/clip-b'), 'clip-b');

async function rowOf(
  method: string,
  set: PictureSet,
  reference: Reference,
  model: { readonly parameters: string; readonly steps: string; readonly notes: string },
): Promise<string> {
  const { evaluation } = await evaluate({
    ...{ samples: set, reference, network: clip, clip, resamples: 200, seed: 0 },
    measures: ['fid', 'is', 'precision', 'recall', 'clip', 'memorisation'],
  });
  const figure = (name: string): Evaluation['figures'][number] => {
    const found = evaluation.figures.find(({ measure }) => measure === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  const value = (name: string): string => {
    const { value: v, low, high } = figure(name);
    return `${short(v)} (${short(low)} to ${short(high)})`;
  };
  const floor = short(figure('fid').real?.value ?? Number.NaN);
  const notes = [
    model.notes,
    `${set.count} samples`,
    `real pictures FID ${floor}, IS ${short(figure('is').real?.value ?? Number.NaN)}`,
    `precision ${short(figure('precision').value)}, recall ${short(figure('recall').value)}`,
    `memorisation ${short(figure('memorisation').value)}`,
    `CLIP score ${short(figure('clip').value)} (real ${short(figure('clip').real?.value ?? Number.NaN)})`,
  ].filter(Boolean);
  const cells = [
    method,
    value('fid'),
    value('is'),
    model.parameters,
    model.steps,
    notes.join('; '),
  ];
  const row = `| ${cells.join(' | ')} |`;
  console.error(row);
  return row;
}

const rows: string[] = [];
for (const folder of readdirSync(join(root, 'weights')).map((n) => `weights/${n}`)) {
  const path = join(root, folder);
  const place = modelIn(path);
  if (place === undefined) continue;
  const choice = await trainedOn(path);
  const model = await openPipeline(place);
  const size = model.size[0];
  const reference = await emojiReference('emoji', choice, size);
  const { pictures, compared } = reference;
  // no more than what real pictures can be measured with, too
  const count = Math.min(samples, compared.length >> 1);
  const texts = drawnTexts(partOf(pictures, compared).texts ?? [], count, 0);
  const usual = await drawnWith(place);
  const settings = [
    usual,
    { ...usual, guidance: 1 },
    { ...usual, steps: Math.ceil(usual.steps / 4) },
  ];
  const what = `${size} pixels, ${choice.groups?.length ?? 8} groups, ${choice.styles?.length ?? 7} styles`;
  const parameters = (await parameterCount(place)).toLocaleString('en-US');
  for (const { steps, guidance } of settings) {
    const set = await drawnSet(folder, model, texts, { steps, guidance, seed: 0 });
    const about = { parameters, steps: String(steps), notes: `guidance ${guidance}, ${what}` };
    rows.push(await rowOf(`\`${folder}\``, set, reference, about));
  }
  model.dispose();
}
const text = readFileSync(page, 'utf8');
const [start, end] = [text.indexOf(open), text.indexOf(close)];
if (start < 0 || end < start) throw new Error(`docs/evaluate.md lacks ${open} or ${close}`);
const table = [`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...rows].join('\n');
writeFileSync(page, `${text.slice(0, start)}${open}\n${table}\n${text.slice(end)}`);
