// Brings a picture down to palettes of at most 256 colours, as few as keep its mean squared error and its
// farthest pixel within limits that no eye sees: one palette for all of it, or, where 256 colours do not do
// (shaded balls and faces), one for each half or quarter of its rows. Colours are split where the error is largest, along
// its widest channel (Heckbert 1982's median cut, by variance as in Wu 1991), then moved to the means
// of what is nearest to them (Lloyd 1982).

const mostColours = 256;
/** Squared error of a byte at so many dB: 10 log10(255^2 / mean squared error). */
const squareAt = (decibels) => 255 ** 2 / 10 ** (decibels / 10);
const wanted = squareAt(48);
/** From here on a picture is cut into more bands. */
const enough = squareAt(47);
const bandings = [1, 2, 4];
/** Steps of a channel, before the colours are moved to their means. */
const farthest = 16;
const rounds = 3;

/** The different colours of a picture, how often each is there, and which each pixel has. */
function coloursOf(pixels) {
  const places = new Map();
  const of = new Uint16Array(pixels.length / 3);
  const counts = [];
  for (let i = 0; i < of.length; i++) {
    const colour = (pixels[3 * i] << 16) | (pixels[3 * i + 1] << 8) | pixels[3 * i + 2];
    let place = places.get(colour);
    if (place === undefined) {
      place = places.size;
      places.set(colour, place);
      counts.push(0);
    }
    of[i] = place;
    counts[place]++;
  }
  const colours = [...places.keys()].map((c) => [c >> 16, (c >> 8) & 255, c & 255]);
  return { colours, counts, of };
}

const widest = (list) => list.indexOf(Math.max(...list));

/** Some of the colours as one: their mean, and squared error and reach from it by channel. */
function cluster({ colours, counts }, members) {
  const [sums, squares, low, high] = [
    [0, 0, 0],
    [0, 0, 0],
    [255, 255, 255],
    [0, 0, 0],
  ];
  let weight = 0;
  for (const i of members) {
    weight += counts[i];
    for (let c = 0; c < 3; c++) {
      const v = colours[i][c];
      sums[c] += counts[i] * v;
      squares[c] += counts[i] * v * v;
      low[c] = Math.min(low[c], v);
      high[c] = Math.max(high[c], v);
    }
  }
  const mean = sums.map((sum) => sum / weight);
  const errors = mean.map((m, c) => Math.max(0, squares[c] - weight * m * m));
  const reach = mean.map((m, c) => Math.max(high[c] - m, m - low[c]));
  const middle = low.map((v, c) => (v + high[c]) / 2);
  const error = errors[0] + errors[1] + errors[2];
  return { members, mean, errors, error, reach, far: Math.max(...reach), middle };
}

/** Means of clusters, split until the limits hold or there are as many as there may be. */
function split(picture, channels) {
  const clusters = [cluster(picture, [...picture.colours.keys()])];
  let error = clusters[0].error;
  while (clusters.length < Math.min(mostColours, picture.colours.length)) {
    // first the error of the whole, then the pixel that is farthest off
    const whole = error > wanted * channels;
    const size = (c) => (whole ? c.error : c.far);
    const worst = clusters.reduce((a, b) => (size(b) > size(a) ? b : a));
    if (!whole && worst.far <= farthest) break;
    const axis = widest(whole ? worst.errors : worst.reach);
    const at = whole ? worst.mean[axis] : worst.middle[axis];
    const halves = [true, false].map((low) =>
      worst.members.filter((i) => picture.colours[i][axis] <= at === low),
    );
    if (halves.some((half) => half.length === 0)) break;
    const [one, other] = halves.map((half) => cluster(picture, half));
    error += one.error + other.error - worst.error;
    clusters.splice(clusters.indexOf(worst), 1, one, other);
  }
  return clusters.map((c) => c.mean);
}

/** The place of the nearest of `means` for each colour. */
function nearest(colours, means) {
  const flat = Float64Array.from(means.flat());
  return colours.map(([r, g, b]) => {
    let best = Infinity;
    let place = 0;
    for (let j = 0; j < flat.length; j += 3) {
      const x = r - flat[j];
      const y = g - flat[j + 1];
      const z = b - flat[j + 2];
      const distance = x * x + y * y + z * z;
      if (distance < best) {
        best = distance;
        place = j / 3;
      }
    }
    return place;
  });
}

/** The means of the colours nearest to each of `means`, which stay where nothing is nearest. */
function moved({ colours, counts }, means) {
  const sums = means.map(() => [0, 0, 0, 0]);
  for (const [i, j] of nearest(colours, means).entries()) {
    for (let c = 0; c < 3; c++) sums[j][c] += counts[i] * colours[i][c];
    sums[j][3] += counts[i];
  }
  return means.map((mean, j) => (sums[j][3] ? mean.map((_, c) => sums[j][c] / sums[j][3]) : mean));
}

const light = ([r, g, b]) => 299 * r + 587 * g + 114 * b;

/** RGB bytes as `palette` (colours as [r, g, b], the lightest first) and `indices` (each pixel's place in it). */
function paletted(pixels) {
  const picture = coloursOf(pixels);
  let means = split(picture, pixels.length);
  for (let i = 0; i < rounds; i++) means = moved(picture, means);
  means = means.map((mean) => mean.map(Math.round)).sort((a, b) => light(b) - light(a));
  const chosen = nearest(picture.colours, means);
  const used = [...new Set(chosen)].sort((a, b) => a - b);
  const places = new Map(used.map((j, place) => [j, place]));
  const indices = Uint8Array.from(picture.of, (i) => places.get(chosen[i]));
  return { palette: used.map((j) => means[j]), indices };
}

/** How far the pixels of a picture are from those of bands; equal ones count as 60 dB. */
export function difference(pixels, bands) {
  let [squares, total, most, i] = [0, 0, 0, 0];
  for (const { palette, indices } of bands) {
    for (const index of indices) {
      for (const value of palette[index]) {
        const error = Math.abs(pixels[i++] - value);
        squares += error * error;
        total += error;
        most = Math.max(most, error);
      }
    }
  }
  const meanSquare = Math.max(squares / pixels.length, squareAt(60));
  const psnr = 10 * Math.log10(255 ** 2 / meanSquare);
  return { meanSquare, psnr, mean: total / pixels.length, most };
}

/** A picture of RGB bytes as bands from the top, of equally many rows, each with its palette. */
export function banded(pixels) {
  for (const count of bandings) {
    const length = pixels.length / count;
    const bands = Array.from({ length: count }, (_, i) =>
      paletted(pixels.subarray(i * length, (i + 1) * length)),
    );
    const last = count === bandings[bandings.length - 1];
    if (last || difference(pixels, bands).meanSquare <= enough) return bands;
  }
}
