// Errors for people: what was asked, what was found, what to do. Each carries the first line of the
// caller's own code that led to it (call-site.ts), and the name of what was called there (speakers.ts).
import { crossing } from './call-site.ts';
import { printable } from './quote.ts';
import { inNameOf } from './speakers.ts';

/** Base of every error that wgrad throws on purpose. */
export class WgradError extends Error {
  constructor(message: string) {
    // messages quote files and callers: nothing in them may act on a terminal, or fill it
    const shown = printable(message);
    // ten frames, the default, may all be the library's
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 60;
    super(shown);
    Error.stackTraceLimit = limit;
    this.name = new.target.name;
    const { site, called } = crossing(this);
    if (!site) return;
    // shapes and types are somebody's arguments; a lost device is not
    const named = new.target !== ShapeError && new.target !== DTypeError;
    this.message = `${inNameOf(called, shown, named)}\n  at ${site}`;
  }
}

/** Shapes, axes or sizes that do not fit together. */
export class ShapeError extends WgradError {}
/** An element type that an operation or a device does not take. */
export class DTypeError extends WgradError {}
/** Something that is no tree of tensors, or a tree of another structure than was asked for. */
export class TreeError extends WgradError {}
/** A value that is NaN or infinite, found by `debugNaN`. */
export class NonFiniteError extends WgradError {
  constructor(
    message: string,
    /** Name of the operation that made it. */
    readonly operation: string,
    /** Where the operation was called, as a stack frame shows it; '' if that is unknown. */
    readonly site: string,
  ) {
    super(message);
  }
}
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
