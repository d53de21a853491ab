// Ending a run politely.

/** A signal once: save and end; twice: end at once. */
export interface StopSignal {
  readonly stopped: boolean;
  /** What the process then ends with: 128 and the signal's number, as shells have it. */
  readonly exitCode: number;
  /** Goes back to the usual meaning of Ctrl-C. */
  release(): void;
}

// Ctrl-C, a polite end, and a terminal that was closed or a connection that broke.
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Listens for SIGINT, SIGTERM and SIGHUP. */
export function stopSignal(): StopSignal {
  let exitCode = 0;
  const onSignal = (name: keyof typeof signals): void => {
    // a closed terminal sends its signal more than once
    if (exitCode !== 0 && name !== 'SIGHUP') process.exit(signals[name]);
    exitCode = signals[name];
    console.error('\nstopping after this report; once more to end at once');
  };
  const names = Object.keys(signals) as (keyof typeof signals)[];
  for (const name of names) process.on(name, onSignal);
  return {
    get stopped() {
      return exitCode !== 0;
    },
    get exitCode() {
      return exitCode;
    },
    release: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}
