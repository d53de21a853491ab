// Starting a worker from text, in Node and in browsers.
import type { Message } from './worker-source.ts';

/** A running worker. */
export interface Thread {
  post(message: Message): void;
  terminate(): void;
}

// What is used of node:worker_threads and of the browser's class, which share their name.
interface WorkerLike {
  postMessage(message: Message): void;
  terminate(): unknown;
  unref?(): void;
  on?(event: 'error' | 'exit', listener: (e: unknown) => void): void;
  onerror?: ((e: { readonly message?: string }) => void) | null;
}

interface Host {
  readonly process?: {
    readonly versions?: { readonly node?: string };
    getBuiltinModule?(name: string): { Worker?: new (code: string, o: object) => WorkerLike };
  };
  readonly Worker?: new (url: string) => WorkerLike;
}

/** Starts `source`; it ends with the process. `gone(why)` is called when it has ended. @throws if refused */
export function spawn(source: string, gone: (why: string) => void): Thread {
  const { process, Worker } = globalThis as unknown as Host;
  let worker: WorkerLike;
  const NodeWorker = process?.getBuiltinModule?.('node:worker_threads').Worker;
  if (process?.versions?.node !== undefined && NodeWorker) {
    // no flags and no environment: loaders of the main thread are not wanted here
    worker = new NodeWorker(source, { eval: true, execArgv: [], env: {} });
    worker.on?.('error', (e) => gone(String(e)));
    worker.on?.('exit', (code) => gone(`a worker ended with code ${code}`));
    worker.unref?.();
  } else if (Worker) {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    worker = new Worker(url);
    worker.onerror = ({ message }) => gone(message ?? 'a worker could not be loaded');
  } else throw new Error('there are no workers here');
  return {
    post: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
  };
}
