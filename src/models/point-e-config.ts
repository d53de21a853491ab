// Configurations of Point-E's networks: the keys and defaults of openai/point-e, and those of the released
// checkpoints (sizes in section 4 of arXiv:2212.08751); their `name` is the reference's class, and a network
// takes only configurations that bear its own.

/** Options of `PointDiffusionTransformer`; names and defaults are point-e's. */
export interface PointDiffusionTransformerConfig {
  /** Channels of a point: coordinates and colours. Default 3. */
  readonly input_channels: number;
  /** Default 3; twice the input where the variance is learned. */
  readonly output_channels: number;
  /** Points of a cloud. Default 1024, of the upsamplers 3072. */
  readonly n_ctx: number;
  /** Default 512. */
  readonly width: number;
  /** Default 12. */
  readonly layers: number;
  /** Default 8. */
  readonly heads: number;
  /** Weights start normal of deviation init_scale / sqrt(width). Default 0.25. */
  readonly init_scale: number;
  /** The time as a token of its own (true) or added to every point (false, default). */
  readonly time_token_cond: boolean;
}

/** Options of `CLIPImagePointDiffusionTransformer`. */
export interface ClipVectorPointConfig extends PointDiffusionTransformerConfig {
  /** CLIP's vector as a token (true) or added to every point (false, default). */
  readonly token_cond: boolean;
  /** Length of CLIP's vector; point-e has it from CLIP. Default 768, as ViT-L/14's. */
  readonly clip_feature_dim: number;
  /** Share of samples that lose their condition in training. Default 0. */
  readonly cond_drop_prob: number;
}

/** What networks that see CLIP's grid add; point-e has the sizes from CLIP, defaults are ViT-L/14's. */
export interface ClipGridOptions {
  /** Features of a cell of the last layer's grid. Default 1024. */
  readonly clip_grid_feature_dim: number;
  /** Cells on a side of the grid. Default 16. */
  readonly clip_grid_size: number;
  /** Share of samples that lose their condition in training. Default 0. */
  readonly cond_drop_prob: number;
}

/** Options of `CLIPImageGridPointDiffusionTransformer`. */
export interface ClipGridPointConfig extends PointDiffusionTransformerConfig, ClipGridOptions {}

/** Options of `UpsamplePointDiffusionTransformer`. */
export interface UpsamplePointConfig extends PointDiffusionTransformerConfig {
  /** Channels of the coarse points; default (null) `input_channels`. */
  readonly cond_input_channels: number | null;
  /** Coarse points. Default 1024. */
  readonly cond_ctx: number;
  /** Coarse points enter as x scale + bias, by channel (as the diffusion scales its data). Default null. */
  readonly channel_scales: readonly number[] | null;
  readonly channel_biases: readonly number[] | null;
}

/** Options of `CLIPImageGridUpsamplePointDiffusionTransformer`. */
export interface ClipGridUpsampleConfig extends UpsamplePointConfig, ClipGridOptions {}

/** Defaults of all networks; upsamplers differ in `n_ctx`. */
export const pointTransformerDefaults: PointDiffusionTransformerConfig = {
  input_channels: 3,
  output_channels: 3,
  n_ctx: 1024,
  width: 512,
  layers: 12,
  heads: 8,
  init_scale: 0.25,
  time_token_cond: false,
};
/** Defaults of the network on CLIP's vector. */
export const clipVectorPointDefaults: ClipVectorPointConfig = {
  ...pointTransformerDefaults,
  token_cond: false,
  clip_feature_dim: 768,
  cond_drop_prob: 0,
};
/** Defaults of the grid's options. */
export const clipGridDefaults: ClipGridOptions = {
  clip_grid_feature_dim: 1024,
  clip_grid_size: 16,
  cond_drop_prob: 0,
};
/** Defaults of the upsamplers. */
export const upsamplePointDefaults: UpsamplePointConfig = {
  ...pointTransformerDefaults,
  n_ctx: 4096 - 1024,
  cond_input_channels: null,
  cond_ctx: 1024,
  channel_scales: null,
  channel_biases: null,
};

const released = {
  ...{ heads: 8, init_scale: 0.25, input_channels: 6, layers: 12, n_ctx: 1024 },
  ...{ output_channels: 12, time_token_cond: true, width: 512 },
} as const;
const vector = {
  ...released,
  name: 'CLIPImagePointDiffusionTransformer',
  cond_drop_prob: 0.1,
  token_cond: true,
} as const;
const onGrid = {
  ...released,
  name: 'CLIPImageGridPointDiffusionTransformer',
  cond_drop_prob: 0.1,
} as const;

/** The configurations of the released checkpoints by their names. */
export const pointEConfigs = {
  'base40M-imagevec': vector,
  'base40M-textvec': vector,
  'base40M-uncond': { ...released, name: 'PointDiffusionTransformer' },
  base40M: onGrid,
  base300M: { ...onGrid, heads: 16, layers: 24, width: 1024 },
  base1B: { ...onGrid, heads: 32, layers: 24, width: 2048 },
  upsample: {
    ...released,
    name: 'CLIPImageGridUpsamplePointDiffusionTransformer',
    cond_drop_prob: 0.1,
    n_ctx: 3072,
    cond_ctx: 1024,
    channel_scales: [2, 2, 2, 0.007843137255, 0.007843137255, 0.007843137255],
    channel_biases: [0, 0, 0, -1, -1, -1],
  },
  sdf: {
    name: 'CrossAttentionPointCloudSDFModel',
    decoder_heads: 4,
    decoder_layers: 4,
    encoder_heads: 4,
    encoder_layers: 8,
    init_scale: 0.25,
    n_ctx: 4096,
    width: 256,
  },
} as const;
