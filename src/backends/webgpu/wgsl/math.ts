// Functions that WGSL lacks or whose built-in forms are too loose (atan may be off by 4096 ulp, sin by
// 2^-11, log1p and erf do not exist). Each is text; a shader gets the ones it names and whatever they
// name. No formula relies on rounding tricks like (1 + x) - 1, which shader compilers may cancel.
// Polynomials: Moshier's Cephes (atan, asin, sin, cos); erfc from Press et al., Numerical Recipes,
// section 6.2; the rest are Taylor and atanh series cut below half an ulp.

const constants = `
var<private> infinityBits: u32 = 0x7f800000u;
var<private> nanBits: u32 = 0x7fc00000u;
var<private> signBit: u32 = 0x80000000u;
`;

/** WGSL source of each helper by name; sources may name other helpers. */
export const helpers: Readonly<Record<string, string>> = {
  // private variables, because the language forbids constant expressions that are not finite, and shader
  // compilers take a constant -0 for 0
  infinity: `fn infinity() -> f32 { return bitcast<f32>(infinityBits); }`,
  notNumber: `fn notNumber() -> f32 { return bitcast<f32>(nanBits); }`,
  minusZero: `fn minusZero() -> f32 { return bitcast<f32>(signBit); }`,
  isNaN: `fn isNaN(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }`,
  isInf: `fn isInf(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) == 0x7f800000u; }`,
  maxNumber: `fn maxNumber(a: f32, b: f32) -> f32 {
  return select(select(max(a, b), b, isNaN(b)), a, isNaN(a));
}`,
  minNumber: `fn minNumber(a: f32, b: f32) -> f32 {
  return select(select(min(a, b), b, isNaN(b)), a, isNaN(a));
}`,
  // `size` is not negative; joining bits instead is miscompiled by Mesa 25 where calls nest
  withSign: `fn withSign(size: f32, sign: f32) -> f32 {
  return select(size, -size, (bitcast<u32>(sign) >> 31u) == 1u);
}`,

  nonFinite: `fn nonFinite(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) == 0x7f800000u; }`,
  // 0 x, x - x and x / x, which compilers fold as if x were finite
  timesZero: `fn timesZero(x: f32) -> f32 {
  return select(withSign(0.0, x), notNumber(), nonFinite(x));
}`,
  lessItself: `fn lessItself(x: f32) -> f32 { return select(0.0, notNumber(), nonFinite(x)); }`,
  byItself: `fn byItself(x: f32) -> f32 {
  return select(1.0, notNumber(), nonFinite(x) | (x == 0.0));
}`,

  // e^x = 2^k e^r with |r| < 0.35 (Cody and Waite), in two factors so that the ends are reached
  powerOfTwo: `fn powerOfTwo(k: i32) -> f32 { return bitcast<f32>(u32(k + 127) << 23u); }`,
  expf: `fn expf(x: f32) -> f32 {
  let c = clamp(select(x, 0.0, isNaN(x)), -104.0, 89.0);
  let k = round(c * 1.44269504);
  let r = (c - k * 0.693359375) + k * 2.12194440e-4;
  let h = i32(k) / 2;
  let value = exp(r) * powerOfTwo(h) * powerOfTwo(i32(k) - h);
  return select(select(value, infinity(), x > 89.0), x, isNaN(x));
}`,
  // a = 2^e m with m in [sqrt 1/2, sqrt 2): (e, log m), by atanh((m - 1) / (m + 1))
  logParts: `fn logParts(a: f32) -> vec2f {
  let u = bitcast<u32>(a);
  let e = bitcast<i32>(u - 0x3f3504f3u) >> 23u;
  let m = bitcast<f32>(u - (bitcast<u32>(e) << 23u));
  let s = (m - 1.0) / (m + 1.0);
  let z = s * s;
  let p = 1.0 + z * (1.0 / 3.0 + z * (0.2 + z * (1.0 / 7.0 + z * (1.0 / 9.0 + z / 11.0))));
  return vec2f(f32(e), 2.0 * s * p);
}`,
  logf: `fn logf(x: f32) -> f32 {
  if (isNaN(x) | (x < 0.0)) { return notNumber(); }
  if (x == 0.0) { return -infinity(); }
  if (isInf(x)) { return x; }
  let p = logParts(x);
  return p.x * 0.693359375 + (p.y - p.x * 2.12194440e-4);
}`,
  expm1: `fn expm1(x: f32) -> f32 {
  let p = 1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0 *
    (1.0 + x / 7.0 * (1.0 + x / 8.0 * (1.0 + x / 9.0)))))));
  return select(expf(x) - 1.0, x * p, abs(x) < 0.5);
}`,
  // log(1 + x) = 2 atanh(x / (2 + x))
  log1p: `fn log1p(x: f32) -> f32 {
  let s = x / (2.0 + x);
  let z = s * s;
  let p = 1.0 + z * (1.0 / 3.0 + z * (1.0 / 5.0 + z * (1.0 / 7.0 + z * (1.0 / 9.0 +
    z * (1.0 / 11.0 + z * (1.0 / 13.0 + z / 15.0))))));
  return select(logf(1.0 + x), 2.0 * s * p, (x > -0.4) & (x < 0.6));
}`,
  // tanh a = (e^2a - 1) / (e^2a + 1); 1 to the last bit beyond 9.02
  tanhf: `fn tanhf(x: f32) -> f32 {
  let e = expm1(2.0 * min(abs(x), 10.0));
  return select(withSign(e / (e + 2.0), x), x, isNaN(x));
}`,
  sinhf: `fn sinhf(x: f32) -> f32 {
  let z = x * x;
  let small = x * (1.0 + z / 6.0 * (1.0 + z / 20.0 * (1.0 + z / 42.0 * (1.0 + z / 72.0))));
  let h = expf(0.5 * abs(x));
  return select(withSign(0.5 * h * h - 0.5 / (h * h), x), small, abs(x) < 1.0);
}`,
  coshf: `fn coshf(x: f32) -> f32 {
  let h = expf(0.5 * abs(x));
  return 0.5 * h * h + 0.5 / (h * h);
}`,
  erf: `fn erf(x: f32) -> f32 {
  let z = -x * x;
  let a = abs(x);
  let small = x * 1.1283791671 * (1.0 + z * (1.0 / 3.0 + z * (1.0 / 10.0 + z * (1.0 / 42.0 +
    z * (1.0 / 216.0 + z * (1.0 / 1320.0 + z * (1.0 / 9360.0 + z * (1.0 / 75600.0 +
    z * (1.0 / 685440.0 + z / 6894720.0)))))))));
  let t = 1.0 / (1.0 + 0.5 * min(a, 10.0));
  let q = -1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806 +
    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  let tail = t * expf(max(z, -100.0) + q);
  return select(select(withSign(1.0 - tail, x), small, a < 0.9), x, isNaN(x));
}`,

  // x - k pi/2 in three parts (Cody and Waite); good to |x| of about 8000
  // a b as low and high half
  product64: `fn product64(a: u32, b: u32) -> vec2<u32> {
  let al = a & 0xffffu;
  let ah = a >> 16u;
  let bl = b & 0xffffu;
  let bh = b >> 16u;
  let low = al * bl;
  let mid = ah * bl + (low >> 16u);
  let mid2 = al * bh + (mid & 0xffffu);
  return vec2<u32>((mid2 << 16u) | (low & 0xffffu), ah * bh + (mid >> 16u) + (mid2 >> 16u));
}`,
  // (r, k) with x = k pi/2 + r, k modulo 4: the digits of 2/pi that matter at x's exponent, times its
  // mantissa (Payne and Hanek 1983)
  reduceFar: `fn reduceFar(x: f32) -> vec2<f32> {
  var digits = array<u32, 7>(0x28be60dbu, 0x9391054au, 0x7f09d5f4u, 0x7d4d3770u, 0x36d8a566u,
    0x4f10e410u, 0x7f9458eau);
  let bits = bitcast<u32>(x);
  let mantissa = ((bits & 0x7fffffu) | 0x800000u) << 8u;
  let exponent = ((bits >> 23u) & 0xffu) - 126u;
  let word = min(exponent >> 5u, 4u);
  let shift = exponent & 31u;
  var high = select(0u, digits[max(word, 1u) - 1u], word > 0u);
  var mid = digits[word];
  var low = digits[word + 1u];
  if (shift > 0u) {
    high = (high << shift) | (mid >> (32u - shift));
    mid = (mid << shift) | (low >> (32u - shift));
    low = (low << shift) | (digits[word + 2u] >> (32u - shift));
  }
  let p = product64(mantissa, mid);
  var lower = p.x + product64(mantissa, low).y;
  var upper = p.y + select(0u, 1u, lower < p.x) + mantissa * high;
  // 2 digits of the quotient, 62 of the fraction, which becomes one of -1/2 .. 1/2
  var k = upper >> 30u;
  upper = upper & 0x3fffffffu;
  var sign = 1.0;
  if (upper >= 0x20000000u) {
    k = k + 1u;
    sign = -1.0;
    lower = ~lower + 1u;
    upper = (0x3fffffffu - upper) + select(0u, 1u, lower == 0u);
  }
  // pi/2 2^-62
  let r = sign * (f32(upper) * 4294967296.0 + f32(lower)) * 3.4061215800304e-19;
  if ((bits >> 31u) == 1u) { return vec2<f32>(-r, f32((4u - (k & 3u)) & 3u)); }
  return vec2<f32>(r, f32(k & 3u));
}`,
  sinCos: `fn sinCos(x: f32, shift: i32) -> f32 {
  var k = round(x * 0.63661977236758134);
  var r = ((x - k * 1.5703125) - k * 4.837512969970703125e-4) - k * 7.549789948768648e-8;
  // beyond, the products are not exact
  if (abs(x) > 8000.0) {
    let far = reduceFar(x);
    r = far.x;
    k = far.y;
  }
  let z = r * r;
  let s = ((-1.9515295891e-4 * z + 8.3321608736e-3) * z - 1.6666654611e-1) * z * r + r;
  let c = ((2.443315711809948e-5 * z - 1.388731625493765e-3) * z + 4.166664568298827e-2) * z * z
    - 0.5 * z + 1.0;
  let quadrant = (i32(clamp(k, -8000.0, 8000.0)) + shift) & 3;
  let value = select(s, c, (quadrant & 1) == 1);
  let signed = select(value, -value, quadrant >= 2);
  return select(signed, notNumber(), isNaN(x) | isInf(x));
}`,
  sinf: `fn sinf(x: f32) -> f32 { return sinCos(x, 0); }`,
  cosf: `fn cosf(x: f32) -> f32 { return sinCos(x, 1); }`,
  tanf: `fn tanf(x: f32) -> f32 { return sinCos(x, 0) / sinCos(x, 1); }`,
  atanf: `fn atanf(x: f32) -> f32 {
  let a = abs(x);
  let high = a > 2.414213562373095;
  let mid = a > 0.4142135623730950;
  let base = select(select(0.0, 0.78539816339744830, mid), 1.5707963267948966, high);
  let r = select(select(a, (a - 1.0) / (a + 1.0), mid), -1.0 / a, high);
  let z = r * r;
  let p = (((8.05374449538e-2 * z - 1.38776856032e-1) * z + 1.99777106478e-1) * z
    - 3.33329491539e-1) * z * r + r;
  return select(withSign(base + p, x), x, isNaN(x));
}`,
  atan2f: `fn atan2f(y: f32, x: f32) -> f32 {
  if (isNaN(x) | isNaN(y)) { return notNumber(); }
  let ax = abs(x);
  let ay = abs(y);
  var r = atanf(min(ax, ay) / max(ax, ay));
  if (isInf(x) & isInf(y)) { r = 0.78539816339744830; }
  if ((ax == 0.0) & (ay == 0.0)) { r = 0.0; }
  if (ay > ax) { r = 1.5707963267948966 - r; }
  if ((bitcast<u32>(x) >> 31u) == 1u) { r = 3.1415926535897932 - r; }
  return withSign(r, y);
}`,
  // asin of 0..0.5 and, through the half angle, of the rest
  asinCore: `fn asinCore(x: f32) -> f32 {
  let z = x * x;
  return ((((4.2163199048e-2 * z + 2.4181311049e-2) * z + 4.5470025998e-2) * z
    + 7.4953002686e-2) * z + 1.6666752422e-1) * z * x + x;
}`,
  asinf: `fn asinf(x: f32) -> f32 {
  let a = abs(x);
  let big = 1.5707963267948966 - 2.0 * asinCore(sqrt(max(0.5 * (1.0 - a), 0.0)));
  let value = withSign(select(asinCore(a), big, a > 0.5), x);
  return select(value, notNumber(), isNaN(x) | (a > 1.0));
}`,
  acosf: `fn acosf(x: f32) -> f32 {
  let a = abs(x);
  let half = 2.0 * asinCore(sqrt(max(0.5 * (1.0 - a), 0.0)));
  let big = select(half, 3.1415926535897932 - half, x < 0.0);
  let value = select(1.5707963267948966 - asinCore(x), big, a > 0.5);
  return select(value, notNumber(), isNaN(x) | (a > 1.0));
}`,

  // C's pow: exact zeros, signs and infinities; NaN for a negative base and a fractional power
  powf: `fn powf(x: f32, y: f32) -> f32 {
  if ((y == 0.0) | (x == 1.0)) { return 1.0; }
  if (isNaN(x) | isNaN(y)) { return notNumber(); }
  let a = abs(x);
  if (isInf(y)) {
    if (a == 1.0) { return 1.0; }
    return select(0.0, infinity(), (a > 1.0) == (y > 0.0));
  }
  let whole = floor(y) == y;
  let half = 0.5 * y;
  let odd = whole & (floor(half) != half);
  let sign = select(1.0, x, odd);
  if ((a == 0.0) | isInf(x)) {
    return withSign(select(0.0, infinity(), (a == 0.0) == (y < 0.0)), sign);
  }
  if ((x < 0.0) & !whole) { return notNumber(); }
  // 2^(y e + y log2 m): y in two parts of 12 bits, so that whole powers leave no rounding behind
  let p = logParts(a);
  let high = bitcast<f32>(bitcast<u32>(y) & 0xfffff000u);
  let l = y * (p.y * 1.44269504);
  let n = clamp(round(high * p.x + l), -300.0, 300.0);
  let f = (high * p.x - n) + ((y - high) * p.x + l);
  let h = i32(n) / 2;
  let value = exp2(clamp(f, -200.0, 200.0)) * powerOfTwo(clamp(h, -126, 127))
    * powerOfTwo(clamp(i32(n) - h, -126, 127));
  return withSign(value, sign);
}`,
  // exact remainder by long division in binary; the sign is the dividend's
  fmod: `fn fmod(x: f32, y: f32) -> f32 {
  let b = abs(y);
  if (isNaN(x) | isNaN(y) | isInf(x) | (b == 0.0)) { return notNumber(); }
  if (b < 1.1754944e-38) { return withSign(0.0, x); }
  var a = abs(x);
  loop {
    if (a < b) { break; }
    let shift = (bitcast<u32>(a) & 0x7f800000u) - (bitcast<u32>(b) & 0x7f800000u);
    var t = bitcast<f32>(bitcast<u32>(b) + shift);
    if (t > a) { t = 0.5 * t; }
    a = a - t;
  }
  return withSign(a, x);
}`,
  divI32: `fn divI32(a: i32, b: i32) -> i32 {
  if (b == 0) { return 0; }
  if (b == -1) { return bitcast<i32>(0u - bitcast<u32>(a)); }
  return a / b;
}`,
  remI32: `fn remI32(a: i32, b: i32) -> i32 {
  if ((b == 0) | (b == -1)) { return 0; }
  return a % b;
}`,
  divU32: `fn divU32(a: u32, b: u32) -> u32 {
  if (b == 0u) { return 0u; }
  return a / b;
}`,
  remU32: `fn remU32(a: u32, b: u32) -> u32 {
  if (b == 0u) { return 0u; }
  return a % b;
}`,
  toI32: `fn toI32(x: f32) -> i32 {
  if (isNaN(x)) { return 0; }
  if (x >= 2147483648.0) { return 2147483647; }
  if (x < -2147483648.0) { return bitcast<i32>(0x80000000u); }
  return i32(x);
}`,
  toU32: `fn toU32(x: f32) -> u32 {
  if (isNaN(x) | (x <= 0.0)) { return 0u; }
  if (x >= 4294967296.0) { return 0xffffffffu; }
  return u32(x);
}`,
  // nearest even in 11 significant bits; below 2^-14 in steps of 2^-24
  roundF16: `fn roundF16(x: f32) -> f32 {
  let u = bitcast<u32>(x);
  let a = u & 0x7fffffffu;
  if (a >= 0x7f800000u) { return x; }
  if (a >= 0x477ff000u) { return withSign(infinity(), x); }
  if (a < 0x38800000u) { return withSign(round(abs(x) * 16777216.0) / 16777216.0, x); }
  return bitcast<f32>((u + 0x0fffu + ((u >> 13u) & 1u)) & 0xffffe000u);
}`,
};

/** Sources of the helpers that `text` calls, callees first, each once. */
export function helpersFor(text: string): string {
  const wanted = new Set<string>();
  const visit = (source: string): void => {
    for (const [, name] of source.matchAll(/\b([A-Za-z]\w*)\(/g)) {
      if (name in helpers && !wanted.has(name)) {
        wanted.add(name);
        visit(helpers[name]);
      }
    }
  };
  visit(text);
  if (wanted.size === 0) return '';
  const sources = [...wanted].reverse().map((name) => helpers[name]);
  const needsBits = sources.some((s) => /infinityBits|nanBits|signBit/.test(s));
  return `${needsBits ? constants : ''}${sources.join('\n')}\n`;
}
