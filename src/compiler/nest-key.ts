// The text that identifies a nest: its loops and its expressions written out with numbers of their own,
// so that equal computations from different places of a program share one compiled kernel.
import type { Expr, Index } from '../tensor/expr.ts';
import type { NestKernel } from './program.ts';

/** Equal keys mean equal code. */
export function nestKey(kernel: Omit<NestKernel, 'key' | 'inPlace'>): string {
  const numbers = new Map<number, number>();
  const lines: string[] = [];
  const formText = (at: Index): string =>
    `${at.constant}${at.terms
      .map(({ coefficient, atom }) => {
        const inner =
          atom.kind === 'axis'
            ? atom.axis
            : atom.kind === 'data'
              ? `d${exprNumber(atom.expr as Expr)}:${atom.max}`
              : `${atom.kind}(${formText(atom.arg as Index)},${atom.by})`;
        return { coefficient, inner };
      })
      .sort((a, b) => ((a.inner as string) < (b.inner as string) ? -1 : 1))
      .map(({ coefficient, inner }) => `+${coefficient}*${inner}`)
      .join('')}`;
  const exprNumber = (e: Expr): number => {
    const known = numbers.get(e.id);
    if (known !== undefined) return known;
    const args = e.args.map(exprNumber);
    const at = e.at ? formText(e.at) : '';
    const value = e.value === undefined ? '' : Object.is(e.value, -0) ? '-0' : `${e.value}`;
    const n = numbers.size;
    numbers.set(e.id, n);
    lines.push(`${e.kind} ${e.op ?? ''} ${e.type} ${value} ${e.buffer ?? ''} ${at} (${args})`);
    return n;
  };
  const bodies = kernel.reductions.map((r) => `${r.op} ${exprNumber(r.body)}`);
  const results = kernel.results.map(exprNumber);
  return [
    `nest [${kernel.axes}] [${kernel.reduceAxes}] ${kernel.inputs} -> ${kernel.outputs}`,
    ...lines,
    `${bodies} | ${results}`,
  ].join('\n');
}
