// `npm run golden -- DIR`; see command.ts.
import { golden } from './command.ts';

const out = { print: console.log, complain: console.error };
// the device keeps the process alive
process.exit(await golden(process.argv.slice(2), out));
