// A run as text: a line a group, then each failure, then what is unsupported with the reasons.
import type { Failure } from './compare.ts';
import type { CaseReport, GroupReport } from './run-cases.ts';

const digits = (x: number): string => (Number.isInteger(x) ? String(x) : x.toPrecision(9));

/** What is wrong with one tensor: where, wanted, got, tolerance, how many elements. */
export function failureText({ role, name, fault, ...f }: Failure): string {
  const what = `${role} ${name}`;
  if (f.index === undefined) return `${what} ${fault}`;
  const off = Math.abs((f.got as number) - (f.want as number));
  return (
    `${what}[${f.index}]: wanted ${digits(f.want as number)}, got ${digits(f.got as number)}, ` +
    `off by ${off.toPrecision(3)}, allowed ${(f.allowed as number).toPrecision(3)} ` +
    `(${f.off} of ${f.of} elements ${fault})`
  );
}

/** A group in one line. */
export function groupLine({ group, counts, nearest, seconds }: GroupReport): string {
  const { passed, failed, unsupported, excepted } = counts;
  const left = excepted ? `, ${excepted} excepted` : '';
  const used = passed ? `, worst at ${(100 * nearest).toFixed(0)} % of its tolerance` : '';
  return (
    `${group}: ${passed} passed, ${failed} failed, ${unsupported} unsupported${left}` +
    `${used}, ${seconds.toFixed(1)} s`
  );
}

function failedLines(group: string, c: CaseReport): string[] {
  if (c.state !== 'failed') return [];
  const thrown = c.reason === undefined ? [] : [c.reason.replaceAll('\n', ' ')];
  return [...thrown, ...c.failures.map(failureText)].map((t) => `FAILED ${group} ${c.id}: ${t}`);
}

// one line for each reason, for a missing feature is usually missing in many cases
function reasonLines({ group, cases }: GroupReport, state: 'unsupported' | 'excepted'): string[] {
  const byReason = new Map<string, string[]>();
  for (const c of cases) {
    if (c.state !== state || c.reason === undefined) continue;
    // the second line of an error of the library is its caller's place
    const reason = c.reason.split('\n')[0];
    byReason.set(reason, [...(byReason.get(reason) ?? []), c.id]);
  }
  return [...byReason].map(([reason, ids]) => {
    const more = ids.length > 8 ? ` and ${ids.length - 8} more` : '';
    return `${state} ${group} ${ids.slice(0, 8).join(', ')}${more}: ${reason}`;
  });
}

/**
 * A line for each failure, then one for each reason why cases are unsupported, or excepted because the
 * difference is meant.
 */
export const details = (reports: readonly GroupReport[]): string[] => [
  ...reports.flatMap((r) => r.cases.flatMap((c) => failedLines(r.group, c))),
  ...reports.flatMap((r) => reasonLines(r, 'unsupported')),
  ...reports.flatMap((r) => reasonLines(r, 'excepted')),
];
