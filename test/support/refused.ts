// For tests of files that do not fit.
import { expect } from 'vitest';
import { FileError } from '../../src/tensor/errors.ts';

/** The message of the FileError that some work must end with. */
export async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => expect.fail('nothing was refused'),
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(FileError);
  return (error as Error).message;
}
