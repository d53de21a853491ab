// Types of vulkan.mjs, which stays JavaScript because the test launcher runs it without a build.

export type AdapterKind = 'hardware' | 'lavapipe' | 'swiftshader';

export interface ProbedAdapter {
  vendor: string;
  architecture: string;
  device: string;
  description: string;
  software: boolean;
}

export type AdapterSearch =
  | {
      kind: AdapterKind;
      /** variables to add to a process's environment before it starts */
      env: Record<string, string>;
      info: ProbedAdapter;
      refused: Partial<Record<AdapterKind, string>>;
    }
  | { kind?: undefined; refused: Partial<Record<AdapterKind, string>> };

export const kinds: AdapterKind[];
export function packageFolder(name: string): string | undefined;
export function unpackChromium(name: string, parts: string[]): string | undefined;
export function describe(info: ProbedAdapter): string;
export function findAdapter(wanted?: AdapterKind[]): AdapterSearch;
/** Runs this command again with `env` added; resolves to its exit status. */
export function relaunch(env: Record<string, string>, args?: string[]): Promise<number>;
/** True in a process that `relaunch` started; it then ends together with its parent. */
export function isRelaunched(): boolean;
