// Every golden case on the CPU.
import { cases, onCpu } from './shards.ts';

onCpu(...Object.keys(cases));
