// Whether Dawn could find Vulkan on this system, looked up before Dawn is loaded: Dawn itself warns on the
// console on every start without a loader or a driver, with paths of the machine that built it.

/**
 * Whether the system's linker finds a shared library. Node opens it and then finds that it is no addon
 * of its own, in other words than it has for a file that is not there.
 */
export function hasLibrary(name: string): boolean {
  try {
    process.dlopen({ exports: {} }, name);
  } catch (error) {
    return !/cannot open shared object|no such file|error loading shared/i.test(String(error));
  }
  return true;
}

type Variables = Readonly<Record<string, string | undefined>>;

// Folders below which the Vulkan loader looks for manifests of drivers.
function dataFolders({
  HOME,
  XDG_CONFIG_HOME,
  XDG_CONFIG_DIRS,
  XDG_DATA_HOME,
  XDG_DATA_DIRS,
}: Variables): string[] {
  return [
    XDG_CONFIG_HOME ?? `${HOME}/.config`,
    ...(XDG_CONFIG_DIRS ?? '/etc/xdg').split(':'),
    '/etc',
    XDG_DATA_HOME ?? `${HOME}/.local/share`,
    ...(XDG_DATA_DIRS ?? '').split(':'),
    '/usr/local/etc',
    '/usr/local/share',
    '/usr/share',
  ];
}

/** Whether the Vulkan loader would find the manifest of a driver, installed or named by the environment. */
export function hasDriver(env: Variables, folders = dataFolders(env)): boolean {
  if (env.VK_DRIVER_FILES || env.VK_ICD_FILENAMES || env.VK_ADD_DRIVER_FILES) return true;
  const fs = process.getBuiltinModule('node:fs');
  return folders.some((folder) => {
    try {
      return fs.readdirSync(`${folder}/vulkan/icd.d`).some((file) => file.endsWith('.json'));
    } catch {
      return false; // no such folder
    }
  });
}

const onLinuxNode = (): boolean =>
  (typeof navigator === 'undefined' || !navigator.gpu) &&
  typeof process !== 'undefined' &&
  process.platform === 'linux' &&
  typeof process.dlopen === 'function';

/** Why Dawn cannot find an adapter, as far as that is certain. */
export function lackOfLoader(): string | undefined {
  if (!onLinuxNode() || hasLibrary('libvulkan.so.1')) return undefined;
  return 'there is no Vulkan here (libvulkan.so.1)';
}

/** Why Dawn will hardly find one: not certain, since a loader may have been built to look elsewhere. */
export function lackOfDriver(): string | undefined {
  if (!onLinuxNode() || typeof process.getBuiltinModule !== 'function') return undefined;
  return hasDriver(process.env)
    ? undefined
    : 'Vulkan has no driver here (no manifest in vulkan/icd.d)';
}
