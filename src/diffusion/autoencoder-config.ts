// Sizes of the first stage.

/** Sizes of an autoencoder; a plain JSON object. */
export interface AutoencoderConfig {
  /** Channels at full size, half size, quarter size, ... */
  readonly channels: readonly number[];
  readonly imageChannels: number;
  readonly latentChannels: number;
}

/** 0.72 million parameters, 103 million multiply-adds an image: 32 x 32 x 3 <-> 8 x 8 x 4. */
export const a24: AutoencoderConfig = {
  channels: [24, 48, 96],
  imageChannels: 3,
  latentChannels: 4,
};
