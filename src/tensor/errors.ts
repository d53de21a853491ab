// Errors for people: what was asked, what was found, what to do. Each carries the first line of the
// caller's own code that led to it, found by skipping the frames of this library.

import { printable } from './quote.ts';

// The library's folder as stack frames show it: src/, or dist/ with its chunks, on disk or on a server.
const library = (import.meta.url ?? '')
  .replace(/(tensor\/|chunks\/)?[^/]*$/, '')
  .replace(/^file:\/\//, '');

/** First stack frame outside the library, as `file:line:column`, or '' if there is none. */
export function callSite(error: Error): string {
  const frames = (error.stack ?? '').split('\n').slice(1);
  const own = (f: string): boolean =>
    f.includes('node:internal') || (library !== '' && f.includes(library));
  const frame = frames.find((f) => f.includes(':') && !own(f));
  return frame ? frame.trim().replace(/^at\s+/, '') : '';
}

/** Base of every error that wgrad throws on purpose. */
export class WgradError extends Error {
  constructor(message: string) {
    // messages quote files and callers: nothing in them may act on a terminal, or fill it
    const shown = printable(message);
    super(shown);
    this.name = new.target.name;
    const site = callSite(this);
    if (site) this.message = `${shown}\n  at ${site}`;
  }
}

/** Shapes, axes or sizes that do not fit together. */
export class ShapeError extends WgradError {}
/** An element type that an operation or a device does not take. */
export class DTypeError extends WgradError {}
/** Something that is no tree of tensors, or a tree of another structure than was asked for. */
export class TreeError extends WgradError {}
/** A derivative that does not exist or was asked for wrongly. */
export class GradientError extends WgradError {}
/** No device, or one that lacks what was asked. */
export class DeviceError extends WgradError {}
/** The device went away (driver reset, unplugged, destroyed); its tensors are gone. */
export class DeviceLostError extends DeviceError {}
/** The memory budget or the device's memory is exhausted. */
export class OutOfMemoryError extends WgradError {}
/** A file that is missing, truncated, corrupt or of the wrong kind. */
export class FileError extends WgradError {}
