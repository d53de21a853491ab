// The memory plan. Values that live inside a program share one arena: each gets an offset when its kernel
// runs and gives it back after its last use, so the arena is about as large as the largest set of
// values that live at once. Offsets never change, which lets a backend bind memory once.

/** A free stretch of the arena. */
interface Hole {
  offset: number;
  bytes: number;
}

/** Hands out stretches of a growing arena, best fit, holes merged when they touch. */
export class Arena {
  /** Bytes used at the highest point. */
  size = 0;
  private readonly holes: Hole[] = []; // by offset
  private readonly alignment: number;

  constructor(alignment: number) {
    this.alignment = alignment;
  }

  private round(bytes: number): number {
    return Math.max(1, Math.ceil(bytes / this.alignment)) * this.alignment;
  }

  /** Offset of a free stretch of `bytes`. */
  take(bytes: number): number {
    const need = this.round(bytes);
    let best: Hole | undefined;
    for (const h of this.holes) {
      if (h.bytes >= need && (!best || h.bytes < best.bytes)) best = h;
    }
    if (best) {
      const { offset } = best;
      best.offset += need;
      best.bytes -= need;
      if (best.bytes === 0) this.holes.splice(this.holes.indexOf(best), 1);
      return offset;
    }
    const last = this.holes.at(-1);
    // grow a hole at the end rather than leave it behind
    const start = last && last.offset + last.bytes === this.size ? last.offset : this.size;
    if (start !== this.size) this.holes.pop();
    this.size = start + need;
    return start;
  }

  /** Gives a stretch back. */
  give(offset: number, bytes: number): void {
    const size = this.round(bytes);
    let lo = 0;
    let hi = this.holes.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.holes[mid].offset < offset) lo = mid + 1;
      else hi = mid;
    }
    const before = this.holes[lo - 1];
    const after = this.holes[lo];
    const joinsBefore = before && before.offset + before.bytes === offset;
    const joinsAfter = after && offset + size === after.offset;
    if (joinsBefore && joinsAfter) {
      before.bytes += size + after.bytes;
      this.holes.splice(lo, 1);
    } else if (joinsBefore) before.bytes += size;
    else if (joinsAfter) {
      after.offset = offset;
      after.bytes += size;
    } else this.holes.splice(lo, 0, { offset, bytes: size });
  }
}
