// The CLIP that a command works with, and the pictures of a user.
import { existsSync } from 'node:fs';
import { type Clip, loadClip } from '../clip/folder.ts';
import { packageFolder } from '../run/package-files.ts';
import { UsageError } from '../run/usage-error.ts';

/** What every command with a CLIP says of its option. */
export const clipModelHelp =
  'a run of emoji-clip, or a CLIPModel as transformers writes it (default: the shipped weights)';

/** Reads the model of a folder, or the shipped one, and says which. @throws UsageError, FileError */
export async function openClip(given: string | undefined): Promise<Clip> {
  const folder = given ?? packageFolder('weights/clip', 'config.json');
  if (folder === undefined) {
    throw new UsageError(
      'the shipped model (weights/clip/) is missing: name a folder with --model, or make one with ' +
        '`wgrad train emoji-clip`',
    );
  }
  if (!existsSync(folder)) throw new UsageError(`--model ${folder}: no such folder`);
  if (!existsSync(`${folder}/config.json`)) {
    throw new UsageError(
      `--model ${folder}: no model there, config.json is missing (a run has one from its first checkpoint on)`,
    );
  }
  const clip = await loadClip(folder);
  const { architectures, vision_config } = clip.model.config;
  console.error(`model: ${folder} (${architectures[0]}, ${vision_config.image_size} pixels)`);
  return clip;
}
