// Expressions as WGSL statements. Each distinct subexpression becomes one `let`, placed in the
// outermost loop in which it is defined: what does not depend on a reduction axis is computed once,
// outside. Walks are iterative, so that long chains do not overflow the stack.

import type { ScalarType } from '../../../tensor/dtype.ts';
import type { Atom, BinaryOp, Expr, Index, UnaryOp } from '../../../tensor/expr.ts';
import { binaryText, castText, literal, typeName, unaryText } from './scalar.ts';
import { floatSize, quotient, remainder, size } from './sizes.ts';

/** Where texts come from and which loop an axis belongs to (0: outside all loops). */
export interface ExpressionContext {
  readonly scopes: number;
  axisScope(axis: string): number;
  axisText(axis: string): string;
  load(buffer: number, at: string): string;
  acc?(reduction: number): string;
  /** Start of the names that are declared; writers in one function need different ones. */
  readonly prefix?: string;
}

/** Emits expressions into `lines[scope]`. */
export interface ExpressionWriter {
  readonly lines: readonly string[][];
  /** Text of the value of `e`; statements it needs are appended to the scopes' lines. */
  value(e: Expr): string;
}

/** A writer with `context.scopes` nested scopes. */
export function expressionWriter(context: ExpressionContext): ExpressionWriter {
  const lines = Array.from({ length: context.scopes }, () => [] as string[]);
  const values = new Map<Expr, string>();
  const scopes = new Map<Expr, number>();
  const indices = new Map<Index, { text: string; scope: number }>();
  const prefix = context.prefix ?? 'v';
  let names = 0;

  function declare(scope: number, text: string): string {
    const name = `${prefix}${names++}`;
    lines[scope].push(`let ${name} = ${text};`);
    return name;
  }

  const dataOf = (ix: Index, found: Expr[]): void => {
    for (const { atom } of ix.terms) {
      if (atom.kind === 'data') found.push(atom.expr as Expr);
      else if (atom.arg) dataOf(atom.arg, found);
    }
  };

  function atomText(a: Atom): { text: string; scope: number } {
    if (a.kind === 'axis') {
      const name = a.axis as string;
      return { text: context.axisText(name), scope: context.axisScope(name) };
    }
    if (a.kind === 'data') {
      const e = a.expr as Expr;
      return { text: values.get(e) as string, scope: scopes.get(e) as number };
    }
    const x = indexText(a.arg as Index);
    const d = a.by as number;
    let text: string;
    if ((a.arg as Index).min >= 0) {
      text = a.kind === 'div' ? quotient(x.text, d) : remainder(x.text, d);
    } else {
      const by = size(d, `by${a.id}`);
      const m = `((${x.text} % ${by}) + ${by}) % ${by}`;
      text = a.kind === 'mod' ? m : `(${x.text} - (${m})) / ${by}`;
    }
    return { text: declare(x.scope, text), scope: x.scope };
  }

  const atoms = new Map<Atom, { text: string; scope: number }>();
  function atomOf(a: Atom): { text: string; scope: number } {
    let found = atoms.get(a);
    if (!found) {
      found = atomText(a);
      atoms.set(a, found);
    }
    return found;
  }

  // terms of outer scopes first, so that their sum is computed outside
  function indexText(ix: Index): { text: string; scope: number } {
    const known = indices.get(ix);
    if (known) return known;
    const byScope = new Map<number, string[]>();
    for (const { coefficient: c, atom } of ix.terms) {
      const a = atomOf(atom);
      const text = c === 1 ? a.text : `${a.text} * ${size(c)}`;
      byScope.set(a.scope, [...(byScope.get(a.scope) ?? []), text]);
    }
    let scope = 0;
    let text = ix.constant === 0 ? '' : size(ix.constant);
    for (const s of [...byScope.keys()].sort((p, q) => p - q)) {
      const parts = byScope.get(s) as string[];
      if (text) parts.push(text);
      const sum = parts.join(' + ');
      text = parts.length === 1 && !/[ (]/.test(sum) ? sum : declare(s, sum);
      scope = s;
    }
    const made = { text: text || '0i', scope };
    indices.set(ix, made);
    return made;
  }

  const operandsOf = (e: Expr): Expr[] => {
    const found = [...e.args];
    if (e.guard) found.push(e.guard);
    if (e.at) dataOf(e.at, found);
    return found;
  };

  function emit(e: Expr): void {
    let scope = 0;
    for (const a of e.args) scope = Math.max(scope, scopes.get(a) as number);
    if (e.guard) scope = Math.max(scope, scopes.get(e.guard) as number);
    let text: string;
    const arg = (i: number): string => values.get(e.args[i]) as string;
    switch (e.kind) {
      case 'const':
        text = constantText(e.value as number, e.type);
        // run-time constants get a name, so that nothing is folded at compile time
        if (/\(\)/.test(text)) text = declare(0, text);
        break;
      case 'index': {
        const at = indexText(e.at as Index);
        text = at.text;
        scope = at.scope;
        break;
      }
      case 'acc':
        text = context.acc?.(e.buffer as number) ?? '';
        break;
      case 'load': {
        const at = indexText(e.at as Index);
        scope = Math.max(scope, at.scope);
        if (e.guard) {
          const name = `${prefix}${names++}`;
          lines[scope].push(
            `var ${name}: ${typeName(e.type)} = ${arg(1)};`,
            `if (${values.get(e.guard)}) { ${name} = ${context.load(e.buffer as number, at.text)}; }`,
          );
          text = name;
        } else text = declare(scope, context.load(e.buffer as number, at.text));
        break;
      }
      default:
        text = declare(scope, operation(e, arg));
    }
    values.set(e, text);
    scopes.set(e, scope);
  }

  function operation(e: Expr, arg: (i: number) => string): string {
    const [a, b] = e.args;
    const folds = e.args.every((x) => x.kind === 'const');
    const first = folds ? declare(0, arg(0)) : arg(0);
    switch (e.kind) {
      case 'unary':
        return unaryText(e.op as UnaryOp, a.type, first);
      case 'binary':
        if (e.type === 'f32') {
          if (e.op === 'mul' && b.value === 0) return timesZero(first, b.value);
          if (e.op === 'mul' && a.value === 0) return timesZero(arg(1), a.value);
          if (e.op === 'sub' && a === b) return `lessItself(${first})`;
          if (e.op === 'div' && a === b) return `byItself(${first})`;
        }
        if (b.kind === 'const') {
          if (e.op === 'pow') return powerText(first, b.value as number, arg(1));
          const safe = b.value !== 0 && b.value !== -1 && b.type !== 'f32';
          if (safe && e.op === 'div') return `${first} / ${arg(1)}`;
          if (safe && e.op === 'rem') return `${first} % ${arg(1)}`;
        }
        return binaryText(e.op as BinaryOp, a.type, first, arg(1));
      case 'select':
        return `select(${arg(2)}, ${arg(1)}, ${first})`;
      case 'cast':
        return castText(first, a.type, e.type);
      case 'bitcast':
        return `bitcast<${typeName(e.type)}>(${first})`;
      default:
        throw new Error(`webgpu: unknown expression kind ${e.kind}`);
    }
  }

  function value(root: Expr): string {
    const stack = [root];
    while (stack.length > 0) {
      const e = stack[stack.length - 1];
      if (values.has(e)) {
        stack.pop();
        continue;
      }
      const missing = operandsOf(e).filter((x) => !values.has(x));
      if (missing.length > 0) stack.push(...missing.reverse());
      else {
        emit(e);
        stack.pop();
      }
    }
    return values.get(root) as string;
  }
  return { lines, value };
}

// Bounds of guards and divisors of means come from shapes: integers but the smallest count as sizes. Bits
// (u32) are those of random numbers.
function constantText(value: number, type: ScalarType): string {
  if (type === 'i32' && Math.abs(value) > 1) return size(value | 0);
  const whole = type === 'f32' && Number.isInteger(value) && value < 2 ** 24;
  return whole && value >= 8 ? floatSize(value) : literal(value, type);
}

const timesZero = (a: string, zero: number): string =>
  Object.is(zero, -0) ? `-timesZero(${a})` : `timesZero(${a})`;

// small powers are exact products
function powerText(a: string, power: number, text: string): string {
  if (power === 1) return a;
  if (power === 2) return `${a} * ${a}`;
  if (power === 3) return `${a} * ${a} * ${a}`;
  if (power === -1) return `1f / ${a}`;
  return power === 0.5 ? `sqrt(${a})` : `powf(${a}, ${text})`;
}
