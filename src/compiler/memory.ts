// The memory plan. Values that live inside a program share one arena: each gets an offset when its kernel
// runs and gives it back after its last use, so the arena is about as large as the largest set of
// values that live at once. Offsets never change, which lets a backend bind memory once.

/** A free stretch of the arena. */
interface Hole {
  offset: number;
  bytes: number;
}

/** Stretches of a growing arena, best fit, holes merged when they touch. */
export interface Arena {
  /** Offset of a free stretch of `bytes`. */
  take(bytes: number): number;
  /** Gives a stretch back. */
  give(offset: number, bytes: number): void;
  /** Bytes used at the highest point. */
  size(): number;
}

/** An empty arena whose offsets are multiples of `alignment`. */
export function createArena(alignment: number): Arena {
  let size = 0;
  const holes: Hole[] = []; // by offset
  const round = (bytes: number): number => Math.max(1, Math.ceil(bytes / alignment)) * alignment;

  const take = (bytes: number): number => {
    const need = round(bytes);
    let best: Hole | undefined;
    for (const h of holes) if (h.bytes >= need && (!best || h.bytes < best.bytes)) best = h;
    if (best) {
      const { offset } = best;
      best.offset += need;
      best.bytes -= need;
      if (best.bytes === 0) holes.splice(holes.indexOf(best), 1);
      return offset;
    }
    // grow a hole at the end rather than leave it behind
    const last = holes.at(-1);
    const start = last && last.offset + last.bytes === size ? last.offset : size;
    if (start !== size) holes.pop();
    size = start + need;
    return start;
  };

  const give = (offset: number, bytes: number): void => {
    const freed = round(bytes);
    let low = 0;
    let high = holes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holes[middle].offset < offset) low = middle + 1;
      else high = middle;
    }
    const before = holes[low - 1];
    const after = holes[low];
    const joinsBefore = before && before.offset + before.bytes === offset;
    const joinsAfter = after && offset + freed === after.offset;
    if (joinsBefore && joinsAfter) {
      before.bytes += freed + after.bytes;
      holes.splice(low, 1);
    } else if (joinsBefore) before.bytes += freed;
    else if (joinsAfter) {
      after.offset = offset;
      after.bytes += freed;
    } else holes.splice(low, 0, { offset, bytes: freed });
  };
  return { take, give, size: () => size };
}
