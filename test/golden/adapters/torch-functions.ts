// PyTorch's functions in terms of ours, in five tables. Names, argument orders and layouts ([n, c, h, w]
// images, [out, in] weights) are theirs; gradients flow back through the rearrangements.
import { type Definition, definitionOf } from './torch-call.ts';
import { losses } from './torch-losses.ts';
import { networks } from './torch-nn.ts';
import { pointwise } from './torch-pointwise.ts';
import { reductions } from './torch-reductions.ts';
import { withScalars } from './torch-scalars.ts';
import { shapes } from './torch-shapes.ts';

export { kernel, toFirst, toLast } from './torch-layout.ts';

const table = withScalars({ ...pointwise, ...reductions, ...shapes, ...networks, ...losses });

/** The definition of 'torch.sum', 'F.relu', 'Tensor.repeat', ...; undefined if there is none. */
export const torchFunction = (name: string): Definition | undefined => definitionOf(name, table);
