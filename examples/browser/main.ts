// wgrad in a page: a network learns two spirals and shows what it thinks of the plane; then, if the
// shipped weights are served beside the page, prompts become pictures. Start it with
// `node scripts/example-browser.mjs`. The library is the same as in Node; only canvas and fetch differ.

import { type DeviceName, deviceReason, useDevice } from 'wgrad';
import { drawCurve, drawPictures, drawPlane } from './draw.ts';
import { type Draw, loadModel } from './model.ts';
import { makeSpirals, spiralTrainer } from './spirals.ts';

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
const asked = new URLSearchParams(location.search);
const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const steps = Number(asked.get('steps') ?? 1500);
const stepsPerFrame = 20;
const gridSize = 80;

async function learnSpirals(): Promise<void> {
  const points = makeSpirals(160);
  const trainer = spiralTrainer(points);
  const losses: number[] = [];
  const started = performance.now();
  for (let done = 0; done < steps; done += stepsPerFrame) {
    losses.push(await trainer.train(stepsPerFrame));
    drawPlane(byId('plane'), await trainer.look(gridSize), gridSize, points);
    drawCurve(byId('curve'), losses, steps / stepsPerFrame);
    const seconds = (performance.now() - started) / 1000;
    byId('progress').textContent =
      `step ${done + stepsPerFrame} of ${steps}, loss ${losses.at(-1)?.toPrecision(3)}, ` +
      `${((done + stepsPerFrame) / seconds).toFixed(0)} steps a second with drawing`;
    await nextFrame();
  }
}

async function show(draw: Draw, text: string): Promise<void> {
  const started = performance.now();
  const pictures = await draw(text, {
    count: 4,
    seed: Number(asked.get('seed') ?? 0),
    steps: asked.has('sampling') ? Number(asked.get('sampling')) : undefined,
    onStep: async (step, steps, estimate) => {
      byId('notes').textContent = `step ${step} of ${steps}`;
      drawPictures(byId('drawings'), estimate);
      await nextFrame();
    },
  });
  drawPictures(byId('drawings'), pictures);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  byId('notes').textContent = `${pictures.shape[0]} pictures in ${seconds} s`;
}

async function offerDrawing(): Promise<void> {
  const draw = await loadModel(new URL('../../weights/emoji/', location.href)).catch(
    (error: unknown) => {
      byId('notes').textContent = `no model to draw with: ${messageOf(error)}`;
    },
  );
  if (!draw) return;
  const form = byId<HTMLFormElement>('prompt');
  const [input, button] = [form.querySelector('input'), form.querySelector('button')];
  const onSubmit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (!input || !button || button.disabled) return;
    button.disabled = true;
    await show(draw, input.value).catch((error: unknown) => {
      byId('notes').textContent = messageOf(error);
    });
    button.disabled = false;
  };
  form.addEventListener('submit', onSubmit);
  if (button) button.disabled = false;
  await onSubmit();
}

async function main(): Promise<void> {
  const choice = byId<HTMLSelectElement>('choice');
  choice.value = asked.get('device') ?? 'auto';
  choice.addEventListener('change', () => {
    asked.set('device', choice.value);
    location.search = asked.toString();
  });
  const { name, description } = await useDevice(choice.value as DeviceName);
  byId('device').textContent = `${name}: ${description} (${deviceReason()})`;
  await learnSpirals();
  await offerDrawing();
}

main().then(
  () => {
    document.body.dataset.state = 'done';
  },
  (error: unknown) => {
    byId('device').textContent = messageOf(error);
    document.body.dataset.state = 'failed';
  },
);
