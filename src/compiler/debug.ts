// WGRAD_DEBUG: 1 prints the kernels of each program that runs with their times, 2 also the graph before and
// after each pass of the planner, 3 also the code that is generated.

/** The level that the environment variable WGRAD_DEBUG asks for; 0 without one. */
export function debugLevel(): number {
  const { process } = globalThis as {
    process?: { env?: Record<string, string | undefined> };
  };
  return Number(process?.env?.WGRAD_DEBUG ?? 0) || 0;
}
