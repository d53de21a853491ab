// Kernels that go over the same elements at the same time. Nests of one shape (and one reduction extent)
// that share an operand become one nest with several results: two sums over one array read it once, and
// an optimizer's moments and parameters are one pass. A new member is computed where the group stands, if
// everything that it reads exists there or is a member read element by element; or the group moves to
// the new member, if nobody has read of it yet.
import type { Tensor } from '../tensor/tensor.ts';
import type { Capabilities } from './capabilities.ts';
import type { Decision } from './fusion.ts';

/** Which roots are computed together. */
export interface Siblings {
  /** The member where a group is computed -> all members in order, for groups of two or more. */
  readonly groups: ReadonlyMap<Tensor, readonly Tensor[]>;
  /** The other members. */
  readonly absorbed: ReadonlySet<Tensor>;
}

interface Group {
  /** Shape and reduction extent, as text. */
  readonly key: string;
  readonly members: Tensor[];
  /** The member in whose place all are computed, and its position among the roots. */
  anchor: Tensor;
  at: number;
  /** Somebody else reads a member, so the group has to stay where it is. */
  read: boolean;
  readonly buffers: Set<Tensor>;
  cost: number;
  reductions: number;
}

/** A member is moved by at most this many kernels for the sake of shared operands. */
const reach = 24;
const maxCost = 192;
const maxOutputs = 6;
const maxReductions = 3;

/** Finds groups among the roots of `order`. */
export function findSiblings(
  order: readonly Tensor[],
  decisions: ReadonlyMap<Tensor, Decision>,
  isInput: (t: Tensor) => boolean,
  capabilities: Pick<Capabilities, 'maxInputs'>,
): Siblings {
  const place = new Map<Tensor, number>();
  const open = new Map<string, Group[]>();
  const groupOf = new Map<Tensor, Group>();
  let position = 0;
  for (const t of order) {
    const d = decisions.get(t) as Decision;
    if (isInput(t)) place.set(t, -1);
    if (!d.root || isInput(t)) continue;
    const { kind } = t.op.lower;
    place.set(t, position++);
    const nest = t.size > 0 && (kind === 'map' || kind === 'reduce' || kind === 'kernel');
    if (!nest || d.special) {
      markRead(reads(t, decisions).all, groupOf);
      continue;
    }
    const key = `${t.shape}|${d.extent ?? 'map'}`;
    const near = (open.get(key) ?? []).filter((g) => position - g.at <= reach);
    const read = reads(t, decisions);
    const owners = new Set([...read.all].map((b) => groupOf.get(b)));
    const fits = (g: Group): boolean =>
      joins(g, d, read, place, groupOf) &&
      withinLimits(g, d, read, groupOf, capabilities.maxInputs);
    // what is read is there anyway, however far up; others only lend their operands
    let group = [...owners, ...near].find((g) => g?.key === key && fits(g));
    markRead(read.all, groupOf, group);
    if (group) {
      if (!group.read && !allBefore(group, read, place, groupOf)) {
        group.anchor = t;
        group.at = position - 1;
        for (const m of group.members) place.set(m, group.at);
      }
      group.members.push(t);
      for (const b of read.all) if (groupOf.get(b) !== group) group.buffers.add(b);
      group.cost += d.cost;
      if (d.extent) group.reductions++;
      place.set(t, group.at);
    } else {
      const buffers = new Set(read.all);
      const reductions = d.extent ? 1 : 0;
      const at = position - 1;
      group = { key, members: [t], anchor: t, at, read: false, buffers, cost: d.cost, reductions };
      near.push(group);
    }
    groupOf.set(t, group);
    open.set(key, near);
  }
  const groups = new Map<Tensor, readonly Tensor[]>();
  const absorbed = new Set<Tensor>();
  for (const { members, anchor } of new Set(groupOf.values())) {
    if (members.length === 1) continue;
    groups.set(anchor, members);
    for (const t of members) if (t !== anchor) absorbed.add(t);
  }
  return { groups, absorbed };
}

// The memory that a root reads: all of it, and what is read at other indices than the root's own.
interface Reads {
  readonly all: Set<Tensor>;
  readonly foreign: Set<Tensor>;
}

function reads(root: Tensor, decisions: ReadonlyMap<Tensor, Decision>): Reads {
  const found: Reads = { all: new Set(), foreign: new Set() };
  const seen = [new Set<Tensor>(), new Set<Tensor>()];
  const stack = [{ t: root, own: true }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { t, own } = top;
    const { lower } = t.op;
    const inner = own && lower.kind === 'map' && lower.elementwise === true;
    for (const x of t.inputs) {
      if ((decisions.get(x) as Decision).root) {
        found.all.add(x);
        if (!inner) found.foreign.add(x);
      } else if (!seen[+inner].has(x)) {
        seen[+inner].add(x);
        stack.push({ t: x, own: inner });
      }
    }
  }
  return found;
}

// Groups whose members are read by others stay where they are.
function markRead(
  nodes: ReadonlySet<Tensor>,
  groupOf: ReadonlyMap<Tensor, Group>,
  reader?: Group,
): void {
  for (const b of nodes) {
    const group = groupOf.get(b);
    if (group && group !== reader) group.read = true;
  }
}

// Everything that a root reads exists where the group is computed.
const allBefore = (
  g: Group,
  read: Reads,
  place: ReadonlyMap<Tensor, number>,
  groupOf: ReadonlyMap<Tensor, Group>,
): boolean => [...read.all].every((b) => groupOf.get(b) === g || (place.get(b) as number) < g.at);

// A root can be computed with the group, and they share something.
function joins(
  g: Group,
  { node: t, extent }: Decision,
  read: Reads,
  place: ReadonlyMap<Tensor, number>,
  groupOf: ReadonlyMap<Tensor, Group>,
): boolean {
  let shared = false;
  // larger memory is read in parts, and two nests may read different ones
  const points = t.size * (extent ?? []).reduce((a, b) => a * b, 1);
  for (const b of read.all) {
    const member = groupOf.get(b) === g;
    if (member && read.foreign.has(b)) return false;
    shared ||= member || (g.buffers.has(b) && b.size >= t.size && b.size <= points);
  }
  return shared && (!g.read || allBefore(g, read, place, groupOf));
}

function withinLimits(
  g: Group,
  d: Decision,
  read: Reads,
  groupOf: ReadonlyMap<Tensor, Group>,
  maxInputs: number,
): boolean {
  if (g.members.length >= maxOutputs || g.cost + d.cost > maxCost) return false;
  if (d.extent && g.reductions >= maxReductions) return false;
  let buffers = g.buffers.size;
  for (const b of read.all) if (!g.buffers.has(b) && groupOf.get(b) !== g) buffers++;
  // every result but one takes a binding like an operand
  return buffers + g.members.length <= maxInputs;
}
