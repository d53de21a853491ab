import { attackSubject } from './suite.ts';

await attackSubject('texts');
