// What the threads tell each other, in one shared array of 32-bit integers. The words that several
// threads write often lie in cache lines of their own.

/** Indices of the control words. */
export const control = {
  /** Number of the step in progress (24 bits) and how many of its parts nobody has taken yet (8 bits). */
  ticket: 0,
  /** Parts of the step that workers have finished. */
  done: 16,
  /** Plan and step that the ticket is for. */
  plan: 32,
  step: 33,
  /** Workers that wait for the ticket to change. */
  asleep: 48,
  /** 1 while the main thread waits for `done` to change. */
  waiting: 64,
  /** Workers that have started. */
  ready: 65,
  /** Length of the text of an error, 0 without one. */
  error: 80,
  /** The text, a UTF-16 unit each. */
  text: 81,
  /** Messages sent to worker w: word mail + w. */
  mail: 640,
} as const;

/** Most units of the text of an error. */
export const TEXT_LENGTH = control.mail - control.text;

/** Most threads, with the main one. */
export const MOST_THREADS = 64;

/** Words in all. */
export const CONTROL_WORDS = control.mail + MOST_THREADS;

/** Bits of a ticket that count parts. */
export const PART_BITS = 8;
