// The networks of `wgrad evaluate`: what ships, a CLIP of one's own, or InceptionV3 out of npm's nsfwjs.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { clipNetwork, type FeatureNetwork, type ScoringClip } from '../evaluate/feature-network.ts';
import { inceptionNetwork } from '../evaluate/inception.ts';
import { packageFolder } from '../run/package-files.ts';
import { UsageError } from '../run/usage-error.ts';

const scoring = 'clip-b'; // nothing that draws was trained against it
const inside = 'dist/models/inception_v3';

const isGraph = (folder: string): boolean =>
  ['model.json', 'model.min.js'].some((file) => existsSync(join(folder, file)));

// The folder that was named, or nsfwjs as npm installs it, here or in a folder above.
function inceptionFolder(given: string | undefined): string {
  const install = 'npm install --no-save --legacy-peer-deps nsfwjs@4.4.0';
  if (given !== undefined) {
    const found = [given, join(given, inside)].find(isGraph);
    if (found !== undefined) return found;
    throw new UsageError(
      `--features inception:${given}: no model.json and no ${inside} there; it is in npm's nsfwjs (\`${install}\`)`,
    );
  }
  for (let at = resolve('.'); ; at = dirname(at)) {
    const folder = join(at, 'node_modules/nsfwjs', inside);
    if (isGraph(folder)) return folder;
    if (dirname(at) === at) break;
  }
  throw new UsageError(
    `--features inception: its weights are in npm's nsfwjs, 41 MB: \`${install}\`, or name where it lies, inception:FOLDER`,
  );
}

async function openClip(given: string): Promise<ScoringClip> {
  const ships = /^clip(-[bc])?$/.test(given);
  const folder = ships ? packageFolder(`weights/${given}`, 'config.json') : given;
  if (folder === undefined) {
    throw new UsageError(`weights/${given} is missing: name the folder of a CLIP with --features`);
  }
  return clipNetwork(folder, given);
}

/** What features are compared by, and what reads prompts. @throws UsageError, FileError */
export async function openNetworks(
  given = scoring,
): Promise<{ readonly network: FeatureNetwork; readonly clip: ScoringClip }> {
  const [kind, folder] = given.split(/:(.*)/s);
  if (kind !== 'inception') {
    const clip = await openClip(given);
    return { network: clip, clip };
  }
  const network = await inceptionNetwork(inceptionFolder(folder || undefined));
  return { network, clip: await openClip(scoring) };
}
