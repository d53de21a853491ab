import { attackSubject } from './suite.ts';

await attackSubject('weights');
