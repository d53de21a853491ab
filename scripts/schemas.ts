// Writes schemas/TASK.json, the JSON schemas of the configurations that `wgrad train` takes, for editors and
// other programs. test/run/config.test.ts says when they are stale.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tasks } from '../src/run/tasks/index.ts';

/** The text of a task's schema. */
export const schemaText = (task: (typeof tasks)[number]): string =>
  `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: `wgrad train ${task.name}`, ...task.schema, default: task.defaults }, null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../schemas/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const task of tasks) writeFileSync(new URL(`${task.name}.json`, folder), schemaText(task));
}
