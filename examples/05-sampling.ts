// Text to image with the model that ships with the project (or another pipeline's folder, given as the first
// argument): load, generate, write a PNG. The second argument is where the picture goes.
import { fileURLToPath } from 'node:url';
import { device, deviceReason, diffusion, io } from 'wgrad';

const shipped = fileURLToPath(new URL('../weights/emoji', import.meta.url));
const [folder = shipped, path = 'example.png'] = process.argv.slice(2);

const { name } = await device();
console.log(`device: ${name} (${deviceReason()})`);

const pipeline = await diffusion.openPipeline(folder); // Stable Diffusion as diffusers writes it, too
console.log(`${folder}: ${pipeline.description}`);

const prompts = ['red apple', 'green apple', 'blue heart', 'dog face'];
const { images, notes } = await pipeline.draw(prompts, {
  steps: 10, // DDIM: more steps buy little
  guidance: 3, // classifier-free guidance
  seed: 1,
  count: 2,
});
for (const note of notes) console.log(note);
console.log('images', images.shape); // [8, 64, 64, 3], in [-1, 1]

await io.writePng(path, io.grid(io.toPictures(images), { columns: 4, scale: 3 }));
pipeline.dispose(); // frees the weights
console.log(`${path}: two of each: ${prompts.join(', ')}`);
