import { FAULT_ANSWERS } from './fault-answers.ts';
import type { Fault } from './faults.ts';

/** Everything that can be made to go wrong, by the names that the admin endpoint takes. `After`: the write takes place. */
export const NAMED_FAULTS = {
  ...FAULT_ANSWERS,
  serverErrorAfter: { ...FAULT_ANSWERS.serverError, write: 'after' },
  badGatewayAfter: { ...FAULT_ANSWERS.badGateway, write: 'after' },
  gatewayTimeoutAfter: { ...FAULT_ANSWERS.gatewayTimeout, write: 'after' },
  timeoutAfter: { ...FAULT_ANSWERS.timeout, write: 'after' },
  htmlPageAfter: { ...FAULT_ANSWERS.htmlPage, write: 'after' },
  truncated: { kind: 'truncate' },
  resetBefore: { kind: 'reset', write: 'before' },
  resetAfter: { kind: 'reset', write: 'after' },
  hangBefore: { kind: 'hang', write: 'before' },
  hangAfter: { kind: 'hang', write: 'after' },
  slow: { kind: 'delay', ms: 2_000 },
  clockAhead: { kind: 'skew', ms: 600_000 },
  clockBehind: { kind: 'skew', ms: -600_000 },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof NAMED_FAULTS;

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(NAMED_FAULTS, name);
}
