// Care for a codebook while its autoencoder learns. Codes are moving means of the latents that choose them (van den
// Oord et al. 2017, arXiv:1711.00937, appendix A.1),
//
//   N_k <- g N_k + (1 - g) n_k,   e_k <- (g N_k e_k + (1 - g) sum_{k(i) = k} z_i) / N_k,
//
// which is what the gradient of their own term |sg(z) - e|² asks for, with a step that fits each code. A code that
// nearly nobody chooses would never move again, so it starts anew where a latent of the batch is. At first nobody has
// chosen any: the first batch gives all of them.

import {
  add,
  div,
  exp,
  expandDims,
  less,
  log,
  matmul,
  maximum,
  mul,
  neg,
  oneHot,
  random,
  reshape,
  sum,
  take,
  tensor,
  transpose,
  where,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A codebook [codes, width] and how often each was chosen a batch, a moving mean [codes]. */
export interface Codebook {
  readonly codes: Tensor;
  readonly counts: Tensor;
}

/** How a codebook is cared for. */
export interface CodebookCare {
  /** g: how much of the moving means stays (0.99). */
  readonly decay?: number;
  /** A code that is chosen less often than this share of the average one starts anew (0.1); 0: none does. */
  readonly least?: number;
}

// n_k [codes] of indices, and the table that says who chose whom, [latents, codes]
function chosen(indices: Tensor, codes: number): { table: Tensor; counts: Tensor } {
  const table = oneHot(reshape(indices, [-1]), codes);
  return { table, counts: sum(table, 0) };
}

/**
 * exp of the entropy of the shares that codes have in indices of any shape: as many codes as are used alike, from 1
 * (all the same) to `codes`.
 */
export function perplexity(indices: Tensor, codes: number): Tensor {
  const shares = div(chosen(indices, codes).counts, indices.size);
  // 0 ln 0 = 0
  return exp(neg(sum(mul(shares, log(maximum(shares, 1e-12))))));
}

/** A codebook after a batch of latents [..., width] with the indices [...] of their codes. */
export function cared(
  { codes, counts }: Codebook,
  latents: Tensor,
  indices: Tensor,
  key: Tensor,
  { decay = 0.99, least = 0.1 }: CodebookCare = {},
): Codebook {
  const [n, width] = codes.shape;
  const z = reshape(latents, [-1, width]);
  const now = chosen(indices, n);
  const kept = mul(counts, decay); // g N
  const total = add(kept, mul(now.counts, 1 - decay));
  const sums = mul(matmul(transpose(now.table), z), 1 - decay); // [codes, width]
  const moved = div(
    add(mul(codes, expandDims(kept, 1)), sums),
    expandDims(maximum(total, 1e-12), 1),
  );
  const usual = z.shape[0] / n;
  // latents in random order, over again where there are fewer than codes
  const places = tensor(Int32Array.from({ length: n }, (_, k) => k % z.shape[0]));
  const order = take(random.permutation(key, z.shape[0]), places);
  const dead = less(total, least * usual);
  return {
    codes: where(expandDims(dead, 1), take(z, order), moved),
    counts: where(dead, usual, total),
  };
}
