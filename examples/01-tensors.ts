// Tensors: immutable, lazy, with NumPy's broadcasting. Nothing is computed until a value is asked for.
import { add, exp, matmul, mean, random, reshape, softmax, sub, sum, tensor } from 'wgrad';

const a = tensor([
  [1, 2, 3],
  [4, 5, 6],
]); // f32 [2, 3]
const b = add(a, [10, 20, 30]); // broadcast over rows
console.log(`${b}`, await b.toArray());

// a matrix product and a reduction; the elementwise part is fused into the reduction's kernel
const product = matmul(a, reshape([1, 0, -1], [3, 1]));
console.log('product', await product.toArray()); // [[-2], [-2]]
console.log('sum of exp', await sum(exp(sub(a, 6))).item());

// random numbers are functions of explicit keys: the same key, the same numbers, on every device
const key = random.key(42);
const [k1, k2] = random.splitKey(key, 2);
const same = await sum(sub(random.normal(k1, [1000]), random.normal(k1, [1000]))).item();
const other = await mean(sub(random.normal(k1, [1000]), random.normal(k2, [1000]))).item();
console.log('same key', same, '· another key', other !== 0);

const rows = await sum(softmax(random.normal(key, [4, 5])), 1).toArray();
console.log('rows of a softmax sum to', rows);
