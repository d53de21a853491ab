# A step of a codebook in PyTorch: what test/diffusion/codebook.test.ts expects. Run: python3 scripts/golden/codebook.py
import torch

g = torch.Generator().manual_seed(1)
z = torch.round(torch.randn(6, 2, generator=g) * 100) / 100
e = torch.tensor([[0.5, 0.5], [-0.5, 0.5], [-1.0, -1.0]])
counts = torch.tensor([2.0, 1.0, 3.0])
z.requires_grad_()
k = torch.cdist(z, e).argmin(1)
q = e[k]
loss = ((z.detach() - q) ** 2).mean() + 0.25 * ((z - q.detach()) ** 2).mean()
through = z + (q - z).detach()
(loss + (through * torch.arange(12.0).reshape(6, 2)).sum()).backward()
chosen = torch.nn.functional.one_hot(k, 3).float()
n = chosen.sum(0)
after = 0.9 * counts + 0.1 * n
codes = (0.9 * counts[:, None] * e + 0.1 * chosen.T @ z.detach()) / after[:, None]
p = n / 6
perplexity = torch.exp(-(p * torch.log(p + 1e-10)).sum())
found = dict(z=z, k=k, loss=loss, grad=z.grad, counts=after, codes=codes, perplexity=perplexity)
for name, value in found.items():
    print(name, value.detach().numpy().round(6).tolist())
