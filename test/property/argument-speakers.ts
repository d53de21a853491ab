// Functions whose errors may speak in another name than their own, and that name. A function that is not here
// must speak for itself, and an entry that is not needed any more fails the test.

/**
 * Of a check that failed, which names the gradient that is wrong, and of the published module whose configuration
 * is read.
 */
export const speakThrough: Readonly<Record<string, RegExp>> = {
  checkGradients: /^([a-z]+\.)*(gradient)\b/,
  'models.crossAttentionPointCloudSdf': /^([a-z]+\.)*(CrossAttentionPointCloudSDFModel)\b/,
};
