// Faults in the planner and in files.
import type { Fault } from './list.ts';

const siblings = ['test/compiler/siblings.test.ts', 'test/property/plans.test.ts'];
const fusion = ['test/compiler/fusion.test.ts'];
const plans = ['test/property/plans.test.ts', 'test/property/program.test.ts'];

export const engineFaults: readonly Fault[] = [
  {
    file: 'src/compiler/siblings.ts',
    find: 'if (member && read.foreign.has(b)) return false;',
    replace: '',
    tests: fusion,
  },
  {
    file: 'src/compiler/siblings.ts',
    find: 'if (group && group !== reader) group.read = true;',
    replace: '',
    tests: siblings,
  },
  {
    file: 'src/compiler/siblings.ts',
    find: 'return buffers + g.members.length <= maxInputs;',
    replace: 'return true;',
    tests: siblings,
  },
  {
    file: 'src/compiler/merge-axes.ts',
    find: 'coefficient(f, before.name) === axis.n * coefficient(f, axis.name)',
    replace: 'coefficient(f, before.name) >= axis.n * coefficient(f, axis.name)',
    tests: plans,
  },
  {
    file: 'src/compiler/memory.ts',
    find: 'best.offset += need;',
    replace: '',
    tests: ['test/engine/memory-plans.test.ts', ...plans],
  },
  {
    file: 'src/compiler/memory.ts',
    find: 'before.bytes += freed + after.bytes;',
    replace: 'before.bytes += freed;',
    tests: ['test/engine/memory-plans.test.ts', ...plans],
  },
  {
    file: 'src/compiler/delay.ts',
    find: 'if (maker && !first.has(maker)) first.set(maker, task);',
    replace: 'if (maker) first.set(maker, task);',
    tests: ['test/compiler/delay.test.ts'],
  },
  {
    file: 'src/compiler/rows.ts',
    find: 'within &&= e.at.min >= 0 && e.at.max - reach < strides[e.buffer as number];',
    replace: '',
    tests: ['test/compiler/rows.test.ts', 'test/compiler/fusion.test.ts'],
    equivalent:
      'a second guard: `rowStrides` refuses what depends on the number of the row, so a read beyond a row has a guard within the row',
  },
  {
    file: 'src/compiler/fusion.ts',
    find: '!reduced.has(use.root) &&',
    replace: '',
    tests: fusion,
  },
  {
    file: 'src/compiler/fusion.ts',
    find: 'd.buffers.size > maxInputs',
    replace: 'false',
    tests: fusion,
  },
  {
    file: 'src/io/half.ts',
    find: '(rest === tie && (kept & 1) === 1)',
    replace: 'rest === tie',
    tests: ['test/io/weights.test.ts', 'test/io/safetensors.test.ts'],
  },
  {
    file: 'src/io/half.ts',
    find: '((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16)',
    replace: '(bits >>> 16)',
    tests: ['test/io/weights.test.ts', 'test/io/safetensors.test.ts'],
  },
  {
    file: 'src/io/safetensors-header.ts',
    find: 'if (e.begin !== at) {',
    replace: 'if (e.begin < at) {',
    tests: ['test/io/safetensors.test.ts'],
  },
  {
    file: 'src/io/safetensors-header.ts',
    find: 'if (needed !== end - begin) {',
    replace: 'if (needed > end - begin) {',
    tests: ['test/io/safetensors.test.ts'],
  },
  {
    file: 'src/io/json.ts',
    find: 'if (keys?.has(key)) return',
    replace: 'if (false) return',
    tests: ['test/io/json.test.ts'],
  },
  {
    file: 'src/io/json.ts',
    find: 'if (slashes % 2 === 0) return end;',
    replace: 'if (slashes === 0) return end;',
    tests: ['test/io/json.test.ts'],
  },
];
