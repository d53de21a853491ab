// What the browser test runs inside the page. Each case answers with numbers that the test compares
// with expected ones; add a case by adding a name. Import wgrad from '../../src/index.ts'.

// (module (func (export "add") (param f32 f32) (result f32) local.get 0 local.get 1 f32.add))
const addModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 125, 125, 1, 125, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100,
  100, 0, 0, 10, 9, 1, 7, 0, 32, 0, 32, 1, 146, 11,
]);

const cases: Record<string, () => Promise<number[]>> = {
  /** [an adapter is there, cross-origin isolated] */
  environment: async () => {
    const adapter = await navigator.gpu?.requestAdapter();
    return [Number(Boolean(adapter)), Number(globalThis.crossOriginIsolated)];
  },

  wasm: async () => {
    const { instance } = await WebAssembly.instantiate(addModule);
    return [(instance.exports.add as (a: number, b: number) => number)(1.5, 2)];
  },

  /** A storage buffer doubled by a compute shader and read back. */
  webgpu: async () => {
    const device = await (await navigator.gpu.requestAdapter())!.requestDevice();
    const module = device.createShaderModule({
      code: `@group(0) @binding(0) var<storage, read_write> x: array<f32>;
        @compute @workgroup_size(4) fn main(@builtin(global_invocation_id) id: vec3u) {
          x[id.x] *= 2.0;
        }`,
    });
    const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module } });
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
    const buffer = device.createBuffer({ size: 16, usage });
    const result = device.createBuffer({
      size: 16,
      usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
    });
    device.queue.writeBuffer(buffer, 0, new Float32Array([1, 2, 3, 4]));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    const entries = [{ binding: 0, resource: { buffer } }];
    pass.setBindGroup(
      0,
      device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }),
    );
    pass.dispatchWorkgroups(1);
    pass.end();
    encoder.copyBufferToBuffer(buffer, 0, result, 0, 16);
    device.queue.submit([encoder.finish()]);
    await result.mapAsync(GPUMapMode.READ);
    const values = [...new Float32Array(result.getMappedRange())];
    device.destroy();
    return values;
  },
};

export async function run(name: string): Promise<number[]> {
  const found = cases[name];
  if (!found) throw new Error(`page.ts has no case '${name}' (${Object.keys(cases).join(', ')})`);
  return found();
}
