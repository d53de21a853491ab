/** Test files that compute on WebGPU, relative to `root`. */
export declare function gpuTests(root: string): string[];
/** Test files that need a process of their own, relative to `root`. */
export declare function testsAlone(root: string): string[];
