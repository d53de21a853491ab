// Which pictures a model may train on. The split is a pure function of the concept's code points
// and the style's name, so adding a style or a newer package never moves a picture from one side
// to the other. Two kinds are held out: whole concepts (in every style: does the model follow words it
// knows from elsewhere?) and single (concept, style) pairs (does it compose a known thing with a
// known style?).

const salt = 'wgrad-emoji-1';
const share = 0.05;

// Concepts that the documentation uses as prompts are never held out as a whole.
const documented = new Set([
  'red apple',
  'green apple',
  'red heart',
  'blue heart',
  'green heart',
  'grinning cat',
  'cat face',
  'dog face',
  'pizza',
  'smiling face with sunglasses',
  'crying face',
  'angry face',
  'pig face',
  'fish',
  'bird',
  'strawberry',
  'broccoli',
  'tulip',
  'evergreen tree',
  'hamburger',
  'frog',
  'whale',
  'spouting whale',
  'ghost',
  'banana',
  'tomato',
  'grapes',
  'watermelon',
  'sunflower',
  'rocket',
]);

// FNV-1a over UTF-16 code units with murmur3's finaliser, to [0, 1).
function fraction(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** True if the concept is held out in every style. */
export const conceptHeldOut = ({ hexcode, name }) =>
  !documented.has(name) && fraction(`${salt}:${hexcode}`) < share;

/** True if this drawing of the concept is held out (asked only of concepts that are not). */
export const pairHeldOut = ({ hexcode }, style) => fraction(`${salt}:${hexcode}:${style}`) < share;
