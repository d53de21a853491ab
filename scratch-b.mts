import { openBrowser } from './test/browser/launch.ts';
const b = await openBrowser();
const p = await b.open();
for (const d of ['cpu','webgpu'] as const) for (const n of [1, 6, 6]) {
  const t = performance.now(); const l = await p.run('train', d, n);
  console.log(d, n, ((performance.now()-t)/1000).toFixed(2), l.map(x=>x.toFixed(5)).join(' '));
}
console.log(await p.run('emojiError', '/nowhere/'));
await b.close();
