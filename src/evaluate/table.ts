// An evaluation as text for a terminal.

import type { Evaluation } from './evaluate.ts';
import { type Figure, measures } from './figure.ts';

/** A number with three digits that count. */
export const short = (x: number): string =>
  x === 0 ? '0' : Math.abs(x) < 1e-4 ? x.toExponential(1) : String(Number(x.toPrecision(3)));

const head = ['', 'value', '95 % interval', 'real pictures', 'samples', 'against'];

function row({ measure, value, low, high, over, real, samples, reference }: Figure): string[] {
  const mark = over === 'reference' ? ' *' : '';
  const spread = real && real.splits > 1 ? ` (sd ${short(real.sd)})` : '';
  return [
    measure,
    short(value),
    `${short(low)} .. ${short(high)}${mark}`,
    real ? short(real.value) + spread : '-',
    String(samples),
    reference === undefined ? '-' : String(reference),
  ];
}

/** Rows of texts as columns, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const wide = rows[0].map((_, k) => Math.max(...rows.map((cells) => cells[k].length)));
  return rows.map((cells) =>
    cells
      .map((cell, k) => (k === 0 ? cell.padEnd(wide[k]) : cell.padStart(wide[k])))
      .join('  ')
      .trimEnd(),
  );
}

// those of several measures that are the same, once
function detailLines(figures: readonly Figure[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { measure, details = {} } of figures) {
    const texts = Object.entries(details).map(([name, value]) => {
      const words = name.replace(/_/g, ' ');
      return `${words.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${short(value)}`;
    });
    if (texts.length === 0) continue;
    const text = texts.join(', ');
    lines.set(text, [...(lines.get(text) ?? []), measure]);
  }
  return [...lines].map(([text, names]) => `${names.join(', ')}: ${text}`);
}

/** The figures as a table, under it what they are. */
export function evaluationTable({
  samples,
  reference,
  features,
  scoring,
  figures,
  warnings,
}: Evaluation): string {
  const network = ({ name, version, dim, about }: Evaluation['features']): string =>
    `${name} ${version}: ${dim} features, ${about}`;
  const known =
    reference.heldOut === undefined
      ? ''
      : ` (of the whole ${reference.training} trained on, ${reference.heldOut} held out)`;
  const lines = [
    `samples   ${samples.name}: ${samples.count} pictures`,
    `against   ${reference.name}: ${reference.compared} pictures${known}`,
    `features  ${network(features)}`,
    `texts     ${scoring.name} ${scoring.version}`,
    '',
    ...columns([head, ...figures.map(row)]),
    '',
    ...figures.map(({ measure }) => `${measure}: ${measures[measure]}`),
    ...detailLines(figures),
  ];
  if (figures.some(({ over }) => over === 'reference')) {
    lines.push('* over pictures of the reference, all others over samples');
  }
  return [...lines, ...warnings.map((warning) => `warning: ${warning}`)].join('\n');
}
