// What report.html does in a browser: charts (uPlot), and samples over time behind a slider. Plain text that is put
// into the page, since the page has no bundler.

/** Runs before uPlot, which formats numbers for the browser's language: some say one that is none (en-US@posix). */
export const languageGuard = `
try { new Intl.NumberFormat(navigator.language); } catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US' });
}
`;

/** JavaScript of the page; `DATA` is the `PageData` of report.ts. */
export const pageScript = `
const colours = ['#06c', '#c50', '#080', '#90c'];
const charts = [];
for (const { id, series, smooth } of DATA.charts) {
  const box = document.getElementById(id);
  const steps = [...new Set(series.flatMap((s) => s.steps))].sort((a, b) => a - b);
  const at = new Map(steps.map((s, i) => [s, i]));
  const column = (s, values) => {
    const out = new Array(steps.length).fill(null);
    s.steps.forEach((step, i) => { out[at.get(step)] = values[i]; });
    return out;
  };
  const mean = (values) => {
    let m = values[0];
    return values.map((v, i) => (m += (v - m) / Math.min(i + 1, 10)));
  };
  const shown = [{ label: 'step' }];
  const columns = [steps];
  series.forEach((s, k) => {
    const stroke = colours[k % colours.length];
    const points = { show: true, size: 3, stroke, fill: stroke };
    shown.push({ label: s.label, stroke: smooth ? 'transparent' : stroke, width: 1.5, points, spanGaps: true });
    columns.push(column(s, s.values));
    if (!smooth) return;
    shown.push({ label: s.label + ', mean of 10', stroke, width: 1.5, points: { show: false }, spanGaps: true });
    columns.push(column(s, mean(s.values)));
  });
  const log = smooth && columns.slice(1).every((c) => c.every((v) => v === null || v > 0));
  const plot = new uPlot({
    width: box.clientWidth, height: 260,
    scales: { x: { time: false }, y: log ? { distr: 3 } : {} },
    axes: [{}, { size: 60 }],
    series: shown,
  }, columns, box);
  charts.push([plot, box]);
}
addEventListener('resize', () => {
  for (const [plot, box] of charts) plot.setSize({ width: box.clientWidth, height: 260 });
});
for (const { id, items } of DATA.samples) {
  const box = document.getElementById(id);
  const [slider, name, picture, text] = ['input', 'figcaption', 'img', 'pre'].map((t) => box.querySelector(t));
  const show = () => {
    const item = items[slider.value];
    name.textContent = item.name;
    picture.hidden = item.text !== undefined;
    text.hidden = item.text === undefined;
    if (item.text === undefined) { picture.src = item.source; picture.alt = item.name; }
    else text.textContent = item.text;
  };
  slider.addEventListener('input', show);
  show();
}
document.body.dataset.state = 'ready';
`;

/** Its style. */
export const pageStyle = `
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 860px; margin: 1.5rem auto; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; } h3 { margin-bottom: .3rem; }
table { border-collapse: collapse; } td, th { padding: .15rem .8rem .15rem 0; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; } td:first-child { white-space: nowrap; }
figure { margin: 0; } figure input { width: 100%; } figure img { max-width: 100%; image-rendering: pixelated; }
pre { overflow: auto; background: #f4f4f4; padding: .5rem; white-space: pre-wrap; }
.chart { width: 100%; overflow: hidden; }
`;
