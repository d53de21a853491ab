// Types of peak-memory.mjs, which stays JavaScript because the test launcher runs it without a build.

export interface MemoryWatch {
  /** Megabytes of the largest process, its command, and the commands killed over the limit. */
  stop(): { peak: number; command: string; killed: string[] };
}

export function watchMemory(limit?: number): MemoryWatch;
