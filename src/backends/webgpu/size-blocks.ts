// Uniform buffers of the sizes that shared shaders read (wgsl/sizes.ts): pages that are filled from the
// front, a window for each distinct block of words. Windows are never given back; like the pipelines that
// read them, they are as many as there are distinct kernels.

/** Windows of uniform memory by what they hold. */
export interface SizeBlocks {
  /** A window that holds `words`; equal words share one. */
  windowOf(words: Int32Array): GPUBufferBinding;
}

const pageBytes = 1 << 16;

/** No pages yet. */
export function sizeBlocks(device: GPUDevice): SizeBlocks {
  const windows = new Map<string, GPUBufferBinding>();
  const unit = device.limits.minUniformBufferOffsetAlignment;
  let page: GPUBuffer | undefined;
  let filled = 0;

  function place(words: Int32Array): GPUBufferBinding {
    if (!page || filled + words.byteLength > pageBytes) {
      page = device.createBuffer({
        size: Math.max(pageBytes, words.byteLength),
        usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
        label: 'sizes',
      });
      filled = 0;
    }
    const window = { buffer: page, offset: filled, size: words.byteLength };
    device.queue.writeBuffer(page, filled, words as Int32Array<ArrayBuffer>);
    filled += Math.ceil(words.byteLength / unit) * unit;
    return window;
  }

  return {
    windowOf(words) {
      const key = words.join();
      let found = windows.get(key);
      if (!found) {
        found = place(words);
        windows.set(key, found);
      }
      return found;
    },
  };
}
