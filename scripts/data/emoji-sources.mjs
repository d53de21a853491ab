// Joins the emoji packages on code points. Every style is one vendor's drawing of the same list of
// concepts, so a concept (a Unicode emoji without skin tone) carries its name, group, subgroup and
// keywords once, and each style only says where its picture is. Only vendors whose licence allows
// redistribution and adaptation without share-alike are listed (Apache-2.0, CC-BY-4.0, MIT).

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fxNames, wrongPictures } from './emoji-exceptions.mjs';

const require = createRequire(import.meta.url);
const json = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));

/** The styles in the order in which they are stored. The id is what captions call it. */
export const styles = [
  {
    id: 'noto',
    package: '@iconify-json/noto',
    title: 'Noto Emoji',
    author: 'Google Inc.',
    url: 'https://github.com/googlefonts/noto-emoji',
    licence: 'Apache-2.0',
  },
  {
    id: 'twemoji',
    package: '@iconify-json/twemoji',
    title: 'Twemoji',
    author: 'Twitter, Inc. and other contributors',
    url: 'https://github.com/jdecked/twemoji',
    licence: 'CC-BY-4.0',
  },
  {
    id: 'fluent',
    package: '@iconify-json/fluent-emoji-flat',
    title: 'Fluent Emoji (flat)',
    author: 'Microsoft Corporation',
    url: 'https://github.com/microsoft/fluentui-emoji',
    licence: 'MIT',
  },
  {
    id: 'fluent3d',
    package: '@lobehub/fluent-emoji-3d',
    title: 'Fluent Emoji (3D)',
    author: 'Microsoft Corporation (packaged by LobeHub)',
    url: 'https://github.com/microsoft/fluentui-emoji',
    licence: 'MIT',
  },
  {
    id: 'blob',
    package: '@iconify-json/noto-v1',
    title: 'Noto Emoji, first version ("blobs")',
    author: 'Google Inc.',
    url: 'https://github.com/googlefonts/noto-emoji',
    licence: 'Apache-2.0',
  },
  {
    id: 'emojione',
    package: '@iconify-json/emojione',
    title: 'EmojiOne 2 / EmojiTwo',
    author: 'Emoji One and the EmojiTwo contributors',
    url: 'https://github.com/EmojiTwo/emojitwo',
    licence: 'CC-BY-4.0',
  },
  {
    id: 'fxemoji',
    package: '@iconify-json/fxemoji',
    title: 'FxEmojis (Firefox OS)',
    author: 'Mozilla',
    url: 'https://github.com/mozilla/fxemoji',
    licence: 'Apache-2.0',
  },
];

/** The installed version of an npm package. */
export const versionOf = (name) => json(`${name}/package.json`).version;

const skippedGroups = new Set(['component', 'flags']);
const normalise = (hexcode) => hexcode.toLowerCase().replace(/-?fe0f/g, '');
const words = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase();
const slug = (text) =>
  words(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

// Keywords of plain words; emoticons (':d'), signs and quoted fragments say nothing to a model.
const readable = /^[a-z0-9][a-z0-9 '&.-]*$/;

/** All concepts without flags, components and skin tones, in the order of the Unicode charts. */
export function concepts() {
  const messages = json('emojibase-data/en/messages.json');
  const name = (list, order) => list.find((entry) => entry.order === order);
  const lib = json('emojilib/dist/emoji-en-US.json');
  const extra = new Map(
    Object.entries(lib).map(([emoji, tags]) => [emoji.replace(/\ufe0f/g, ''), tags]),
  );
  return json('emojibase-data/en/data.json')
    .filter((entry) => entry.group !== undefined)
    .map((entry) => {
      const label = words(entry.label);
      const more = extra.get(entry.emoji.replace(/\ufe0f/g, '')) ?? [];
      const tags = [...(entry.tags ?? []), ...more.map((tag) => tag.replace(/_/g, ' '))].map(words);
      return {
        hexcode: normalise(entry.hexcode),
        name: label,
        group: name(messages.groups, entry.group).key,
        subgroup: name(messages.subgroups, entry.subgroup).key,
        keywords: [...new Set(tags)].filter((tag) => tag !== label && readable.test(tag)).sort(),
        order: entry.order,
      };
    })
    .filter((concept) => !skippedGroups.has(concept.group))
    .sort((a, b) => a.order - b.order);
}

// Names under which other icon sets know a concept: the slug of its label, its names in the sets
// that carry code points, and those names' aliases (older Unicode names).
function knownNames(list) {
  const sets = ['noto', 'twemoji', 'fluent-emoji-flat'].map((set) => ({
    chars: json(`@iconify-json/${set}/chars.json`),
    aliases: Object.entries(json(`@iconify-json/${set}/icons.json`).aliases ?? {}),
  }));
  const taken = new Set(list.map((concept) => slug(concept.name)));
  const names = new Map();
  for (const concept of list) {
    const found = [slug(concept.name)];
    for (const { chars, aliases } of sets) {
      const own = charName(chars, concept.hexcode);
      if (own === undefined) continue;
      const older = aliases.filter(([, to]) => to.parent === own && Object.keys(to).length === 1);
      found.push(own, ...older.map(([alias]) => alias));
    }
    // A name that is another concept's own label must not pull in that concept's picture.
    const free = found.filter((name, index) => index === 0 || !taken.has(name));
    names.set(concept.hexcode, [...new Set(free)]);
  }
  return names;
}

function charName(chars, hexcode) {
  return chars[hexcode] ?? Object.entries(chars).find(([key]) => normalise(key) === hexcode)?.[1];
}

function svg(set, name) {
  const alias = set.aliases?.[name];
  const icon = set.icons[alias ? alias.parent : name];
  if (!icon) return undefined;
  if (alias && Object.keys(alias).length > 1 && !alias.hFlip) return undefined;
  const [left, top] = [icon.left ?? 0, icon.top ?? 0];
  const width = icon.width ?? set.width ?? 16;
  const height = icon.height ?? set.height ?? 16;
  const flip = `<g transform="translate(${2 * left + width} 0) scale(-1 1)">${icon.body}</g>`;
  const body = alias?.hFlip ? flip : icon.body;
  return { left, top, width, height, body };
}

/**
 * The pictures of one style: a map from hexcode to `{ svg }` (view box and body) or `{ file }` (a
 * bitmap inside the package).
 */
export function pictures(style, list) {
  const found = new Map();
  if (style.id === 'fluent3d') {
    const folder = require
      .resolve(`${style.package}/package.json`)
      .replace(/package\.json$/, 'assets/');
    const files = new Map();
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith('.webp')) files.set(normalise(name.slice(0, -5)), folder + name);
    }
    for (const { hexcode } of list) {
      const file = files.get(hexcode);
      if (file) found.set(hexcode, { file });
    }
    return found;
  }
  const set = json(`${style.package}/icons.json`);
  const chars = json(`${style.package}/chars.json`);
  const coded = Object.keys(chars).length > 0;
  const names = coded ? undefined : knownNames(list);
  const used = new Set();
  for (const { hexcode, name: label } of list) {
    if (wrongPictures.has(`${style.id}:${label}`)) continue;
    const candidates = coded ? [charName(chars, hexcode)] : names.get(hexcode);
    const own = style.id === 'fxemoji' ? fxCandidates(label, candidates) : candidates;
    for (const name of own) {
      const picture = name === undefined || used.has(name) ? undefined : svg(set, name);
      if (!picture) continue;
      used.add(name);
      found.set(hexcode, { svg: picture });
      break;
    }
  }
  return found;
}

// FxEmojis' names have no hyphens; a name that its table gives to one concept is no other's.
const fxTaken = new Set(Object.values(fxNames));
function fxCandidates(label, candidates) {
  if (fxNames[label]) return [fxNames[label]];
  return candidates.map((name) => name.replace(/-/g, '')).filter((name) => !fxTaken.has(name));
}
