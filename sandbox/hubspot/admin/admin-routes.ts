import { NAMED_FAULTS } from '../faults/named-faults.ts';
import type { Desk } from '../http/serve-call.ts';
import { ratesOf } from '../limits/rates.ts';
import { LIMITS, MISCHIEF, ORDER, parseAddedFault, parseRandomFaults, SKEW } from './parse-bodies.ts';

/** What an admin call answers; undefined is 204. */
export type AdminHandler = (desk: Desk, body: unknown, query: URLSearchParams) => unknown;

export interface AdminRoute {
  readonly verb: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly answer: AdminHandler;
}

function journalPage({ journal }: Desk, _body: unknown, query: URLSearchParams): unknown {
  const after = Number(query.get('after') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? 200) || 200, 5_000);
  const entries = journal.entries().filter(({ id }) => id > after);
  return { entries: query.has('after') ? entries.slice(0, limit) : entries.slice(-limit) };
}

function setLimits({ portal }: Desk, body: unknown): unknown {
  const { on, ...own } = LIMITS.parse(body);
  portal.limiter.setRates(on ? { ...ratesOf(portal.account), ...own } : undefined);
  return limitsNow(portal);
}

const limitsNow = (portal: Desk['portal']) => ({
  tier: portal.account.tier,
  rates: portal.limiter.rates() ?? null,
  usedToday: portal.limiter.usedToday(),
});

const faultsNow = ({ faults, clock }: Desk) => ({
  waiting: faults.waiting(),
  random: faults.randomPlan() ?? null,
  clockSkewMs: clock.skew(),
  names: Object.keys(NAMED_FAULTS),
});

function clearFaults({ faults, clock }: Desk): void {
  faults.clear();
  clock.set(0);
}

/** Under `/_sandbox`, which HubSpot does not have. */
export const ADMIN_ROUTES: readonly AdminRoute[] = [
  { verb: 'get', path: '/journal', answer: journalPage },
  { verb: 'delete', path: '/journal', answer: ({ journal }) => journal.clear() },

  { verb: 'get', path: '/faults', answer: faultsNow },
  {
    verb: 'post',
    path: '/faults',
    answer: (desk, body) => {
      const { fault, target } = parseAddedFault(body);
      desk.faults.add(fault, target);
      return faultsNow(desk);
    },
  },
  { verb: 'delete', path: '/faults', answer: clearFaults },
  {
    verb: 'put',
    path: '/faults/random',
    answer: (desk, body) => {
      desk.faults.random(parseRandomFaults(body));
      return faultsNow(desk);
    },
  },
  { verb: 'delete', path: '/faults/random', answer: ({ faults }) => faults.random(undefined) },
  {
    verb: 'put',
    path: '/faults/clock-skew',
    answer: (desk, body) => {
      desk.clock.set(SKEW.parse(body).ms);
      return faultsNow(desk);
    },
  },

  { verb: 'get', path: '/limits', answer: ({ portal }) => limitsNow(portal) },
  { verb: 'put', path: '/limits', answer: setLimits },

  {
    verb: 'get',
    path: '/webhooks',
    answer: ({ webhooks }) => ({ attempts: webhooks.attempts(), mischief: webhooks.mischief() }),
  },
  {
    verb: 'put',
    path: '/webhooks/mischief',
    answer: ({ webhooks }, body) => {
      webhooks.setMischief(MISCHIEF.parse(body));
      return webhooks.mischief();
    },
  },

  { verb: 'get', path: '/actions', answer: ({ actions }) => ({ executions: actions.executions() }) },
  { verb: 'post', path: '/actions', answer: ({ actions }, body) => actions.fire(ORDER.parse(body)) },
];
