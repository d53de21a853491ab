// What arguments that several functions of this folder share must be, said once.
import * as is from '../tensor/arguments.ts';

const doubles = is.instance('a Float64Array', Float64Array);

/** Moments of features, as `featureMoments` gives them. */
export const moments = is.fields({ count: is.count, mean: doubles, scatter: doubles });
