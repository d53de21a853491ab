// Measures a CLIP of emoji on everything, and draws its sheets: the figures of weights/README.md and docs/clip.md.
//
//   npx tsx scripts/clip-measures.ts weights/clip fxemoji [FOLDER FOR SHEETS]
import { join } from 'node:path';
import { embedder } from '../src/clip/embed.ts';
import { loadClip } from '../src/clip/folder.ts';
import { loadEmoji, selectEmoji } from '../src/data/emoji.ts';
import { useDevice } from '../src/index.ts';
import { measureParts, measuresTable } from '../src/run/tasks/clip-measures.ts';
import { confusionSheet, retrievalSheet } from '../src/run/tasks/clip-sheets.ts';
import { clipParts, sheetTexts } from '../src/run/tasks/emoji-clip.ts';

const [folder, heldOutStyle, sheets] = process.argv.slice(2);
await useDevice('cpu');
const { model, params, tokenizer } = await loadClip(folder);
const all = await loadEmoji(undefined, { size: model.config.vision_config.image_size });
const embed = embedder(model, params, tokenizer);
const parts = clipParts(all, heldOutStyle, all.records.length);
console.log(measuresTable(await measureParts(embed, parts, all.records)));
if (sheets) {
  const unseen = selectEmoji(all, { styles: [heldOutStyle] });
  await retrievalSheet(join(sheets, 'clip-retrieval.png'), embed, sheetTexts, unseen);
  const shown = parts.find(({ name }) => name === 'unseen style');
  if (shown) await confusionSheet(join(sheets, 'clip-confusion.png'), embed, all, shown.indices);
}
