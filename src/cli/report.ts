// report.html of a finished run: loss curves as SVG, figures, and the grids in order. One file without
// scripts or links to elsewhere.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileSafely } from '../io/files.ts';
import { clock } from './progress.ts';
import type { RunConfig } from './run-config.ts';
import { type MetricLine, readMetrics, type Stage } from './run-folder.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`);

/** A logarithmic loss curve; dots are reports, the line their running mean. */
export function lossCurve(lines: readonly MetricLine[], steps: number): string {
  const [width, height, margin] = [720, 260, 44];
  const values = lines.map((line) => Math.log10(Math.max(line.loss, 1e-9)));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, 1e-3);
  const x = (step: number): number => margin + (step / steps) * (width - margin - 8);
  const y = (v: number): number => 8 + ((high - v) / span) * (height - margin);
  let mean = values[0];
  const smooth = values.map((v, i) => {
    mean += (v - mean) / Math.min(i + 1, 10);
    return `${x(lines[i].step).toFixed(1)},${y(mean).toFixed(1)}`;
  });
  const dots = values.map(
    (v, i) => `<circle cx="${x(lines[i].step).toFixed(1)}" cy="${y(v).toFixed(1)}" r="1.2"/>`,
  );
  const ticks = [0, 1, 2, 3, 4].map((i) => {
    const v = low + (i / 4) * span;
    const [step, base] = [Math.round((steps * i) / 4), height - margin + 24];
    return (
      `<text x="${margin - 4}" y="${y(v) + 4}" text-anchor="end">${(10 ** v).toPrecision(3)}</text>` +
      `<text x="${x(step)}" y="${base}" text-anchor="middle">${step}</text>`
    );
  });
  return (
    `<svg viewBox="0 0 ${width} ${height}" role="img"><g class="dots">${dots.join('')}</g>` +
    `<polyline points="${smooth.join(' ')}"/>${ticks.join('')}</svg>`
  );
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:760px;margin:2rem auto;padding:0 1rem}
svg{width:100%;font-size:11px}polyline{fill:none;stroke:#06c;stroke-width:1.5}.dots{fill:#06c;opacity:.3}
img{max-width:100%;image-rendering:pixelated}pre{overflow:auto;background:#f4f4f4;padding:.5rem}`;

function section(
  stage: Stage,
  lines: readonly MetricLine[],
  steps: number,
  grids: string[],
): string {
  const own = lines.filter((line) => line.stage === stage);
  const last = own.at(-1);
  const figures = last
    ? `<p>${last.step} steps, last loss ${last.loss.toPrecision(4)}, ` +
      `${last.imagesPerSecond.toFixed(1)} images/s.</p>${lossCurve(own, steps)}`
    : '<p>Taken from another run.</p>';
  const pictures = grids
    .filter((name) => name.startsWith(stage))
    .reverse()
    .map((name) => `<h3>${escapeHtml(name)}</h3><img src="grids/${escapeHtml(name)}" alt="">`);
  return `<h2>${stage}</h2>${figures}${pictures.join('')}`;
}

/** Writes the report of the run in `folder`. @throws FileError */
export async function writeReport(
  folder: string,
  config: RunConfig,
  seconds: number,
): Promise<void> {
  const lines = await readMetrics(folder);
  const grids = (await readdir(join(folder, 'grids'))).filter((n) => n.endsWith('.png')).sort();
  const parts = (['autoencoder', 'diffusion'] as const).map((stage) =>
    section(stage, lines, config[stage].steps, grids),
  );
  const html =
    `<!doctype html><meta charset="utf-8"><title>wgrad run</title><style>${style}</style>` +
    `<h1>wgrad train emoji-ldm</h1><p>${clock(seconds)} in all.</p>${parts.join('')}` +
    `<h2>configuration</h2><pre>${escapeHtml(JSON.stringify(config, null, 2))}</pre>\n`;
  await writeFileSafely(join(folder, 'report.html'), [new TextEncoder().encode(html)]);
}
