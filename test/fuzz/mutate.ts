// Damage for readers: bytes with flipped bits, cut, spliced and with lengths that lie, and JSON whose structure
// is changed. Everything follows from a seed, so that a finding can be had again.

/** Whole numbers below a limit. */
export type Pick = (limit: number) => number;

/** sfc32 (Doty-Humphrey, PractRand). */
export function picker(seed: number): Pick {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return (limit) => Math.floor((next() / 2 ** 32) * limit);
}

const lengths = [0, 1, 7, 8, 255, 65535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

function damaged(bytes: Uint8Array, others: readonly Uint8Array[], pick: Pick): Uint8Array {
  const n = bytes.length;
  if (n === 0) return Uint8Array.of(pick(256));
  const at = pick(n);
  const view = new DataView(bytes.buffer, bytes.byteOffset, n);
  switch (pick(9)) {
    case 0:
      bytes[at] ^= 1 << pick(8);
      return bytes;
    case 1:
      bytes[at] = pick(256);
      return bytes;
    case 2:
      return bytes.slice(0, at); // cut short
    case 3: {
      // a stretch taken out
      const end = Math.min(n, at + 1 + pick(64));
      return Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(end));
    }
    case 4: {
      // a stretch put in, of itself or of another file
      const from = pick(2) ? bytes : others[pick(others.length)];
      const start = pick(from.length);
      const part = from.slice(start, start + 1 + pick(200));
      return Uint8Array.of(...bytes.subarray(0, at), ...part, ...bytes.subarray(at));
    }
    case 5: {
      // the head of one and the tail of another
      const other = others[pick(others.length)];
      return Uint8Array.of(...bytes.subarray(0, at), ...other.subarray(pick(other.length)));
    }
    case 6:
      if (n >= 4) view.setUint32(pick(n - 3), lengths[pick(lengths.length)], pick(2) === 0);
      return bytes;
    case 7:
      if (n >= 8) view.setUint32(pick(2) * 4, lengths[pick(lengths.length)], true); // at the start
      return bytes;
    default:
      bytes.fill(pick(2) ? 0 : pick(256), at, at + pick(32));
      return bytes;
  }
}

/** A file of `seeds` with one to four faults. */
export function mutatedBytes(seeds: readonly Uint8Array[], pick: Pick): Uint8Array {
  let bytes = new Uint8Array(seeds[pick(seeds.length)]);
  for (let faults = 1 + pick(4); faults > 0; faults--) {
    bytes = new Uint8Array(damaged(bytes, seeds, pick));
  }
  return bytes;
}

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { a: value };
  return value;
};

const deep = 'DEEP';
const deepText = `${'{"a":['.repeat(10_000)}${']}'.repeat(10_000)}`;

const odd: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 3.5,
  () => 1e9,
  () => 2 ** 31,
  () => 2 ** 53,
  () => -1e308,
  () => 1e-300,
  () => '',
  () => 'x',
  () => '\u001b[2J\u0000\u202e',
  () => '__proto__',
  () => 'constructor',
  () => '../../x',
  () => '9'.repeat(500),
  () => [],
  () => {},
  () => [null],
  () => [[[]]],
  () => ({}),
  () => ({ constructor: 1 }),
  () => Array.from({ length: 300 }, (_, i) => i),
  () => nested(40),
  () => deep, // too deep for whoever walks it
];

const oddKeys = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  '',
  '0',
  'x'.repeat(300),
  '\u001b',
];

type Node = Record<string, unknown> | unknown[];
const isNode = (x: unknown): x is Node => typeof x === 'object' && x !== null;

function nodesOf(value: unknown): Node[] {
  const out: Node[] = [];
  const walk = (x: unknown): void => {
    if (!isNode(x)) return;
    out.push(x);
    for (const v of Object.values(x)) walk(v);
  };
  walk(value);
  return out;
}

// One fault in a JSON value, which is changed.
function changed(root: { value: unknown }, pick: Pick): void {
  const nodes = nodesOf(root);
  const node = nodes[pick(nodes.length)] as Record<string, unknown>;
  const keys = Object.keys(node);
  const key = keys[pick(keys.length)];
  const any = (): unknown => {
    const donor = nodes[pick(nodes.length)];
    const values = Object.values(donor);
    const value = pick(3) ? odd[pick(odd.length)]() : values[pick(values.length)];
    return isNode(value) ? structuredClone(value) : value;
  };
  if (key === undefined) {
    if (Array.isArray(node)) node.push(any());
    else node[`k${pick(9)}`] = any();
    return;
  }
  switch (pick(6)) {
    case 0:
      if (node !== (root as unknown)) delete node[key];
      return;
    case 1: {
      const name = oddKeys[pick(oddKeys.length)];
      Object.defineProperty(node, name === 'length' && Array.isArray(node) ? 'k' : name, {
        value: node[key],
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return;
    }
    case 2:
      if (typeof node[key] === 'number')
        node[key] = (node[key] as number) * [-1, 0.5, 1e6][pick(3)];
      else node[key] = any();
      return;
    default:
      node[key] = any();
  }
}

/** A text of `seeds` (JSON) with a changed structure, or with damaged characters. */
export function mutatedJson(seeds: readonly string[], pick: Pick): Uint8Array {
  const encoder = new TextEncoder();
  const text = seeds[pick(seeds.length)];
  if (pick(4) === 0)
    return mutatedBytes(
      seeds.map((s) => encoder.encode(s)),
      pick,
    );
  const root = { value: JSON.parse(text) as unknown };
  for (let faults = 1 + pick(3); faults > 0; faults--) changed(root, pick);
  let out = (JSON.stringify(root.value) ?? '').replace(`"${deep}"`, deepText);
  if (pick(50) === 0) out = out.replace(/"([^"]{1,20})"/, `"${'x'.repeat(1e6)}"`);
  if (pick(50) === 0) out = out.replace(/,("[^"]+":)/, ',$1 0,$1');
  return encoder.encode(out);
}
