// Faults in the emoji data set, its selections and its order.
import type { Fault } from './list.ts';

const pictures = ['test/data/paletted-pictures.test.ts'];
const loading = ['test/data/emoji.test.ts'];
const distinct = ['test/data/distinct-emoji.test.ts'];
const varied = ['test/data/captions.test.ts'];

export const dataFaults: readonly Fault[] = [
  {
    file: 'src/data/loader.ts',
    find: 'order = permutation(count, hostRandom(seed, epoch));',
    replace: 'order = permutation(count, hostRandom(seed, 0));',
    tests: ['test/data/loader.test.ts'],
  },
  {
    file: 'src/data/paletted-pictures.ts',
    find: 'const first = bands[place] + band;',
    replace: 'const first = bands[place];',
    tests: pictures,
  },
  {
    file: 'src/data/paletted-pictures.ts',
    find: 'let r = whole >> 1;',
    replace: 'let r = 0;',
    tests: pictures,
  },
  {
    file: 'src/data/paletted-pictures.ts',
    find: 'if (highest >= colours)',
    replace: 'if (highest > colours)',
    tests: pictures,
  },
  {
    file: 'src/data/emoji.ts',
    find: 'pictures.draw(kept[next] - first, size, out);',
    replace: 'pictures.draw(kept[next] % part.count, size, out);',
    tests: loading,
  },
  {
    file: 'src/data/emoji.ts',
    find: 'if (kept[next] < end) {',
    replace: 'if (part.count > 0) {',
    tests: loading,
  },
  {
    file: 'src/data/emoji.ts',
    find: 'if (part.bytes < least || part.bytes > most) {',
    replace: 'if (part.bytes > most) {',
    tests: loading,
  },
  {
    file: 'src/data/distinct-emoji.ts',
    find: "  'snowman without snow',\n",
    replace: '',
    tests: distinct,
  },
  {
    file: 'src/data/distinct-emoji.ts',
    find: "if (group === 'people-body') {",
    replace: "if (group !== 'symbols') {",
    tests: distinct,
  },
  {
    file: 'src/data/augment.ts',
    find: 'image = shift(image, set.size, right, down);',
    replace: 'image = shift(image, set.size, down, right);',
    tests: varied,
  },
  {
    file: 'src/data/augment.ts',
    find: 'const to = (y * size + size - 1 - x) * 3;',
    replace: 'const to = (y * size + size - x) * 3;',
    tests: varied,
  },
];
