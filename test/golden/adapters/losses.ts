// Cases of the group `losses`: functions of published trainers. `reference` names the original, which picks
// the function here; its arguments, defaults and results get the original's names. Gradients are those of
// the projection of the results or of the one that `loss_kind` names.
import { vjp } from '../../../src/autodiff/transforms.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Adapter, GoldenCase, Results } from '../contract.ts';
import { roleOf } from '../golden.ts';
import type { Call } from './losses-call.ts';
import { diffusionFunctions } from './losses-diffusion.ts';
import { ganFunctions } from './losses-gan.ts';
import { languageFunctions } from './losses-language.ts';
import { watched } from './watched.ts';

const functions = [...languageFunctions, ...diffusionFunctions, ...ganFunctions];

/** Computes a case of `losses`. */
export const lossesAdapter: Adapter = (c: GoldenCase, golden): Results | undefined => {
  const fn = functions.find(([name]) => c.reference?.includes(name))?.[1];
  if (!fn) return undefined;
  const name = c.reference as string;
  const proj = roleOf(golden, c.proj);
  const buffers = roleOf(golden, c.buffers);
  const start = { x: roleOf(golden, c.inputs), p: roleOf(golden, c.params) };
  const [outputs, pull] = vjp(({ x, p }) => {
    const config = watched(name, (c.config ?? {}) as Call['config']);
    const inputs = watched(name, x);
    const ints = (key: string) => {
      const stored = c.inputs?.[key] ?? key;
      return key in inputs.values ? Array.from(golden.values(stored)) : [];
    };
    const made = fn({ config: config.values, x: inputs.values, p, buffers, ints });
    config.done();
    inputs.done();
    return made;
  }, start);
  const loss = String(c.loss_kind ?? '').replace(/^output:/, '');
  const cts = Object.fromEntries(
    Object.entries(outputs).map(([k, y]) => [
      k,
      proj[k] ?? (k === loss ? ops.onesLike(y) : ops.zerosLike(y)),
    ]),
  );
  const { x, p } = pull(cts);
  return { outputs, grads: x, param_grads: p, buffers_after: outputs };
};
