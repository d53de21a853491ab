// Writes the credits that the vendors' licences ask for, beside the data they cover.

import { readFileSync } from 'node:fs';

const text = (path) =>
  readFileSync(new URL(`node_modules/${path}`, import.meta.url), 'utf8')
    .replace(/\r\n/g, '\n')
    .trim();

const links = {
  'Apache-2.0': '[Apache License 2.0](licences/Apache-2.0.txt)',
  'CC-BY-4.0':
    '[Creative Commons Attribution 4.0](https://creativecommons.org/licenses/by/4.0/legalcode)',
  MIT: '[MIT](licences/MIT-fluentui-emoji.txt)',
};

/** File name to content, for the folder `data/`. `rows` are styles with `version` and `count`. */
export function attribution(rows, versionOf) {
  const mit = text('emojilib/LICENSE')
    .replace(/^The /, '')
    .replace(/^\(?MIT License.*$/m, 'MIT License');
  const fluent = mit.replace(/Copyright \(c\) .*/, 'Copyright (c) Microsoft Corporation.');
  if (fluent === mit) throw new Error('emojilib/LICENSE has changed: no copyright line found');
  const table = rows.map(
    (row) =>
      `| ${row.id} | [${row.title}](${row.url}) | ${row.author} | ${links[row.licence]} | ` +
      `\`${row.package}\` ${row.version} | ${row.count} |`,
  );
  const markdown = `# Where the emoji data set comes from

\`emoji.bin\` holds pictures of the vendors below. **Changes made:** each was rasterised, composited
on a white background, scaled to 64x64 pixels and brought down to a few hundred colours at most;
skin tones, flags and components were left out.
Models trained on them (\`weights/\`) are derived from them in that sense.

| style | set | author | licence | npm package | pictures |
|---|---|---|---|---|---|
${table.join('\n')}

Names, groups and keywords in \`emoji.json\`:

| what | from | licence |
|---|---|---|
| names, groups, tags | Unicode CLDR through \`emojibase-data\` ${versionOf('emojibase-data')}, (c) Miles Johnson | [Unicode](licences/Unicode.txt), [MIT](licences/MIT-emojibase.txt) |
| keywords | \`emojilib\` ${versionOf('emojilib')}, (c) Mu-An Chiou | [MIT](licences/MIT-emojilib.txt) |

Written by \`scripts/data/build-emoji.mjs\`, which rebuilds everything here but
\`licences/Unicode.txt\` from those packages.
`;
  return {
    'ATTRIBUTION.md': markdown,
    'licences/Apache-2.0.txt': `${text('sharp/LICENSE')}\n`,
    'licences/MIT-fluentui-emoji.txt': `${fluent}\n`,
    'licences/MIT-emojibase.txt': `${text('emojibase-data/LICENSE')}\n`,
    'licences/MIT-emojilib.txt': `${text('emojilib/LICENSE')}\n`,
  };
}
