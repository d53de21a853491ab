// Functions whose errors may speak in another name than their own, and that name. A function that is not here
// must speak for itself, and an entry that is not needed any more fails the test.

/**
 * Of a check that failed, which names the gradient that is wrong; of the file (called x here) that values are from; and
 * of the published module whose configuration is read.
 */
export const speakThrough: Readonly<Record<string, RegExp>> = {
  checkGradients: /^([a-z]+\.)*(gradient)\b/,
  'models.clipFromOpenAI': /^OpenAI CLIP: /,
  'models.fromGptState': /^x: does not fit/,
  'nn.fromStateDict': /^x: does not fit/,
  'models.crossAttentionPointCloudSdf': /^([a-z]+\.)*(CrossAttentionPointCloudSDFModel)\b/,
};
