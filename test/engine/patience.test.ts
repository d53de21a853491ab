// Waiting for a device that is asked for news by turns of the event loop must not keep a core busy.
import { beforeAll, expect, test } from 'vitest';
import { deviceIsPolled, patiently } from '../../src/backends/webgpu/patience.ts';

beforeAll(deviceIsPolled);

// turns of a loop that is kept going, as Dawn does, until the promise is settled
async function turnsDuring(promise: Promise<unknown>): Promise<number> {
  let turns = 0;
  let over = false;
  const turn = (): void => {
    turns++;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  await promise;
  over = true;
  return turns;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('an idle event loop turns slowly while somebody waits, and fast again afterwards', async () => {
  const slow = await turnsDuring(patiently(sleep(200)));
  const fast = await turnsDuring(sleep(200));
  // naps of .3 ms leave at most 3,300 turns a second; an idle loop has some 500,000
  expect(slow).toBeLessThan(2500);
  expect(fast).toBeGreaterThan(2 * slow);
});

test('waits that overlap end with the last of them', async () => {
  const first = patiently(sleep(20));
  const second = patiently(sleep(150));
  await first;
  expect(await turnsDuring(second)).toBeLessThan(2500);
});

test('values and errors pass through', async () => {
  expect(await patiently(Promise.resolve(7))).toBe(7);
  await expect(patiently(Promise.reject(new Error('lost')))).rejects.toThrow('lost');
});
