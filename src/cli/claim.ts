// `wgrad claim NAME`: tries a claim of a paper.
import { Command } from 'commander';
import { experiments } from '../experiments/index.ts';
import { tryClaim } from '../run/experiment.ts';
import { named } from '../run/named.ts';
import { UsageError } from '../run/usage-error.ts';
import type { DeviceName } from '../runtime/device.ts';
import { chooseDevice, deviceOption } from './device.ts';

interface ClaimFlags {
  readonly quick?: boolean;
  readonly seeds?: readonly number[];
  readonly out: string;
  readonly table?: string;
  readonly device: DeviceName;
}

const seedsOf = (text: string): readonly number[] => {
  const seeds = text.split(',').map(Number);
  if (seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)) return seeds;
  throw new UsageError(`--seeds ${text}: expected whole numbers separated by commas`);
};

/** The command `claim`. */
export const claimCommand = (): Command =>
  new Command('claim')
    .description('try a claim of a paper: rows, a plot, a verdict')
    .argument('<name>', experiments.map((e) => e.name).join(', '))
    .option('--quick', 'in CI size')
    .option('--seeds <list>', "seeds, as 0,1,2 (default: the experiment's)", seedsOf)
    .option('--out <folder>', 'where rows and page go', 'claims')
    .option('--table <file>', 'a table in Markdown whose row is updated, as docs/claims.md')
    .addOption(deviceOption())
    .action(async (name: string, flags: ClaimFlags) => {
      const experiment = named(experiments, name, 'claim to try');
      const status = await chooseDevice(flags.device);
      if (status !== undefined) {
        process.exitCode = status;
        return;
      }
      const { quick = false, seeds, out: folder, table } = flags;
      const say = (line: string): void => console.error(line);
      const found = await tryClaim(experiment, { quick, seeds, folder, table, say });
      console.log(`claim     ${experiment.claim} (${experiment.paper})`);
      console.log(`wanted    ${found.measure}: ${found.wanted}`);
      console.log(`measured  ${found.measured}`);
      console.log(`holds     ${found.holds ? 'yes' : 'no'}`);
      console.log(found.page);
    });
