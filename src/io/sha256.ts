// SHA-256 (FIPS 180-4, section 6.2) at once, without waiting. Node has it; browsers offer it asynchronously
// only, and a bare import of a package would keep pages without a bundler from loading the library.

/** A sum that is fed piece by piece. */
export interface Hash {
  update(bytes: Uint8Array): void;
  /** 64 hexadecimal digits; nothing may be added afterwards. */
  digest(): string;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
}

// the first 32 bits behind the point, of cube and square roots (sections 4.2.2 and 5.3.3)
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;

/** The sum in plain JavaScript, at about a twentieth of the speed of Node's. */
export function portableSha256(): Hash {
  const primes = firstPrimes(64);
  const k = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)));
  const h = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));
  const w = new Int32Array(64);
  const block = new Uint8Array(64);
  const words = new DataView(block.buffer);
  let [held, length] = [0, 0];

  const compress = (view: DataView, at: number): void => {
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(at + 4 * t);
    for (let t = 16; t < 64; t++) {
      const [x, y] = [w[t - 15], w[t - 2]];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0;
    }
    let a = h[0];
    let b = h[1];
    let c = h[2];
    let d = h[3];
    let e = h[4];
    let f = h[5];
    let g = h[6];
    let l = h[7];
    for (let t = 0; t < 64; t++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (l + s1 + ((e & f) ^ (~e & g)) + k[t] + w[t]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      l = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    h[0] += a;
    h[1] += b;
    h[2] += c;
    h[3] += d;
    h[4] += e;
    h[5] += f;
    h[6] += g;
    h[7] += l;
  };

  const update = (bytes: Uint8Array): void => {
    length += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(64 - held, bytes.length);
      block.set(bytes.subarray(0, at), held);
      held += at;
      if (held < 64) return;
      compress(words, 0);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (; at + 64 <= bytes.length; at += 64) compress(view, at);
    block.set(bytes.subarray(at));
    held = bytes.length - at;
  };

  // section 5.1.1: a one, zeros, and the number of bits in the last eight bytes of a block
  const digest = (): string => {
    const bits = BigInt(length) * 8n;
    const rest = new Uint8Array(((held + 8) >> 6 === 0 ? 64 : 128) - held);
    rest[0] = 0x80;
    new DataView(rest.buffer).setBigUint64(rest.length - 8, bits);
    update(rest);
    return Array.from(h, (x) => (x >>> 0).toString(16).padStart(8, '0')).join('');
  };
  return { update, digest };
}

/** The sum as Node computes it where it can be had at once (20.16 and later), else {@link portableSha256}. */
export function sha256(): Hash {
  const hash = globalThis.process?.getBuiltinModule?.('node:crypto')?.createHash('sha256');
  if (!hash) return portableSha256();
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
