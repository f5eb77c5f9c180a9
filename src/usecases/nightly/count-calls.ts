import type { Context } from '../context.ts';
import type { Calls } from './nightly.ts';

const LIMITS_NOT_KNOWN = { aheadMs: null, calls: null, daily: null, dailyLeft: null };

/** The context for a run with a bound of calls, where the transport does not count them. Repeats are not counted. */
export function countCalls(context: Context): { context: Context; transport: Calls } {
  let calls = 0;
  const send: Context['crm']['send'] = (request) => {
    calls += 1;
    return context.crm.send(request);
  };
  return {
    context: { ...context, crm: { send } },
    transport: { calls: () => calls, limits: () => LIMITS_NOT_KNOWN },
  };
}
