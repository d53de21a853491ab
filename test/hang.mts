import { operations, agrees } from '/work/main/test/property/registry.ts';
const dev = process.argv[2] as any; const only = process.argv[3];
for (const op of operations()) { if (only && op.name !== only) continue; const t = Date.now(); process.stdout.write(op.name + ' ');
 try { await agrees(op, dev, dev === 'program' ? 1e-6 : 3e-5); } catch (e) { console.log('\nFAIL', op.name, String((e as Error).stack).slice(0, 900)); }
 if (Date.now() - t > 500) console.log('SLOW', op.name, Date.now() - t); }
