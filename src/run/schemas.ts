// JSON schemas that several tasks share, with the words of their help.
import Type from 'typebox';

/** An object that refuses keys it does not know. */
export const record = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** One of some texts or numbers. */
export const choice = <const T extends readonly (string | number)[]>(
  values: T,
  description: string,
) =>
  Type.Union(
    values.map((v) => Type.Literal(v)) as { -readonly [K in keyof T]: Type.TLiteral<T[K]> },
    {
      description,
    },
  );

export const whole = (minimum: number, maximum: number, description: string) =>
  Type.Integer({ minimum, maximum, description });

export const real = (minimum: number, maximum: number, description: string) =>
  Type.Number({ minimum, maximum, description });

/** Pictures of a batch that no machine needs more of. */
export const largestBatch = 4096;

/** Properties of `Recipe` (train/recipe.ts). */
export const recipeProperties = {
  steps: whole(1, 1e9, 'length of the stage'),
  batchSize: whole(1, largestBatch, 'samples a step'),
  learningRate: real(1e-12, 1e3, 'the highest learning rate'),
  warmup: whole(0, 1e9, 'steps over which the learning rate rises'),
  finalShare: real(0, 1, 'the last learning rate as a share of the highest'),
  betas: Type.Tuple([real(0, 0.999_999_999, 'first'), real(0, 0.999_999_999, 'second')], {
    description: "decays of AdamW's moments",
  }),
  weightDecay: real(0, 1e3, "AdamW's weight decay"),
  clip: real(1e-12, 1e12, 'largest norm of the gradient'),
  emaDecay: Type.Optional(real(0, 1, 'decay of the average of the parameters; absent: none')),
  seed: whole(0, Number.MAX_SAFE_INTEGER, 'determines everything random'),
  precision: Type.Optional(choice(['f32', 'f16'], 'of the forward and backward pass: f32 or f16')),
};
