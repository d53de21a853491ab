// Canvas drawing: the plane with its points, the curve of the loss, generated pictures.

import type { Points } from './spirals.ts';

const context = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const found = canvas.getContext('2d');
  if (!found) throw new Error('this browser has no 2d canvas');
  return found;
};

const [first, second] = [
  [64, 132, 214],
  [232, 128, 48],
];

/** Probabilities [size, size] as a blend of two colours, with the points on top. */
export function drawPlane(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  size: number,
  points: Points,
): void {
  const picture = new ImageData(size, size);
  for (let i = 0; i < size * size; i++) {
    for (let c = 0; c < 3; c++) {
      const blend = first[c] + (second[c] - first[c]) * values[i];
      picture.data[4 * i + c] = 255 - 0.6 * (255 - blend);
    }
    picture.data[4 * i + 3] = 255;
  }
  const small = new OffscreenCanvas(size, size);
  small.getContext('2d')?.putImageData(picture, 0, 0);
  const to = context(canvas);
  const { width, height } = canvas;
  to.drawImage(small, 0, 0, width, height);
  for (const [i, label] of points.label.entries()) {
    const [x, y] = points.xy.subarray(2 * i, 2 * i + 2);
    to.fillStyle = `rgb(${label ? second : first})`;
    to.strokeStyle = '#fff';
    to.beginPath();
    to.arc(((x + 1) / 2) * width, ((1 - y) / 2) * height, 3, 0, 2 * Math.PI);
    to.fill();
    to.stroke();
  }
}

/** Losses over steps on a logarithmic axis from 1 down to 1e-4. */
export function drawCurve(
  canvas: HTMLCanvasElement,
  losses: readonly number[],
  length: number,
): void {
  const to = context(canvas);
  const { width, height } = canvas;
  const y = (loss: number) => (-Math.log10(Math.min(Math.max(loss, 1e-4), 1)) / 4) * height;
  to.fillStyle = '#fff';
  to.fillRect(0, 0, width, height);
  to.fillStyle = '#666';
  to.strokeStyle = '#ddd';
  to.font = '12px system-ui, sans-serif';
  for (const mark of [0.1, 0.01, 0.001]) {
    to.strokeRect(0, y(mark), width, 0);
    to.fillText(`loss ${mark}`, 6, y(mark) - 4);
  }
  to.strokeStyle = `rgb(${first})`;
  to.lineWidth = 2;
  to.beginPath();
  for (const [i, loss] of losses.entries()) to.lineTo(((i + 1) / length) * width, y(loss));
  to.stroke();
  to.lineWidth = 1;
}

/** Pictures [n, h, w, 3] in [-1, 1], a new canvas each. */
export function drawPictures(
  parent: HTMLElement,
  images: { readonly data: ArrayLike<number>; readonly shape: readonly number[] },
): void {
  const [n, height, width] = images.shape;
  const canvases = Array.from({ length: n }, (_, k) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const picture = new ImageData(width, height);
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < 3; c++) {
        picture.data[4 * i + c] = 127.5 * (images.data[3 * (k * width * height + i) + c] + 1);
      }
      picture.data[4 * i + 3] = 255;
    }
    context(canvas).putImageData(picture, 0, 0);
    return canvas;
  });
  parent.replaceChildren(...canvases);
}
