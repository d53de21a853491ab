// Measures of generated pictures, point clouds and their features.
export {};
