// Functions of float64 that kernels import from JavaScript, lane by lane. All but erf are the host's.

/** erf in float64: Kummer's series below 3 (all terms positive), a continued fraction above. */
export function erf(x: number): number {
  const z = Math.abs(x);
  if (!(z < 6)) return Number.isNaN(x) ? x : Math.sign(x);
  const scale = Math.exp(-z * z) / Math.sqrt(Math.PI);
  if (z < 3) {
    // erf(z) = 2/sqrt(pi) e^(-z^2) sum 2^n z^(2n+1) / (2n+1)!!   (DLMF 7.6.2)
    let term = z;
    let sum = 0;
    for (let n = 1; sum + term !== sum; n++) {
      sum += term;
      term *= (2 * z * z) / (2 * n + 1);
    }
    return Math.sign(x) * 2 * scale * sum;
  }
  // erfc(z) = e^(-z^2)/sqrt(pi) / (z + (1/2)/(z + 1/(z + (3/2)/(z + ...))))   (DLMF 7.9.1)
  let tail = z;
  for (let k = 60; k > 0; k--) tail = z + k / 2 / tail;
  return Math.sign(x) * (1 - scale / tail);
}

/** Imports of generated kernels, by operation name. */
export const jsMath: Readonly<Record<string, (...args: number[]) => number>> = {
  exp: (x: number) => Math.exp(x),
  log: (x: number) => Math.log(x),
  log1p: (x: number) => Math.log1p(x),
  expm1: (x: number) => Math.expm1(x),
  sin: (x: number) => Math.sin(x),
  cos: (x: number) => Math.cos(x),
  tan: (x: number) => Math.tan(x),
  asin: (x: number) => Math.asin(x),
  acos: (x: number) => Math.acos(x),
  atan: (x: number) => Math.atan(x),
  sinh: (x: number) => Math.sinh(x),
  cosh: (x: number) => Math.cosh(x),
  tanh: (x: number) => Math.tanh(x),
  erf,
  // C99: pow(1, NaN) and pow(-1, inf) are 1
  pow: (x: number, y: number) =>
    x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y,
  atan2: (y: number, x: number) => Math.atan2(y, x),
  rem: (x: number, y: number) => x % y,
};
