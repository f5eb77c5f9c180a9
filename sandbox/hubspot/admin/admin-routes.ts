import { NAMED_FAULTS } from '../faults/named-faults.ts';
import type { ServerContext } from '../http/serve-call.ts';
import { ratesOf } from '../limits/rates.ts';
import { CHAOS, LIMITS, ORDER, parseAddedFault, parseRandomFaults, SKEW } from './parse-bodies.ts';

/** Returns the body of the response; undefined is a 204. */
export type AdminHandler = (context: ServerContext, body: unknown, query: URLSearchParams) => unknown;

export interface AdminRoute {
  readonly verb: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly answer: AdminHandler;
}

function journalPage({ journal }: ServerContext, _body: unknown, query: URLSearchParams): unknown {
  const after = Number(query.get('after') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? 200) || 200, 5_000);
  const entries = journal.entries().filter(({ id }) => id > after);
  return { entries: query.has('after') ? entries.slice(0, limit) : entries.slice(-limit) };
}

function setLimits({ portal }: ServerContext, body: unknown): unknown {
  const { on, ...own } = LIMITS.parse(body);
  portal.limiter.setRates(on ? { ...ratesOf(portal.account), ...own } : undefined);
  return limitsNow(portal);
}

const limitsNow = (portal: ServerContext['portal']) => ({
  tier: portal.account.tier,
  rates: portal.limiter.rates() ?? null,
  usedToday: portal.limiter.usedToday(),
});

const faultsNow = ({ faults, clock }: ServerContext) => ({
  waiting: faults.waiting(),
  random: faults.randomPlan() ?? null,
  clockSkewMs: clock.skew(),
  names: Object.keys(NAMED_FAULTS),
});

function clearFaults({ faults, clock }: ServerContext): void {
  faults.clear();
  clock.set(0);
}

/** Mounted under `/_sandbox`; not part of HubSpot's API. */
export const ADMIN_ROUTES: readonly AdminRoute[] = [
  { verb: 'get', path: '/journal', answer: journalPage },
  { verb: 'delete', path: '/journal', answer: ({ journal }) => journal.clear() },

  { verb: 'get', path: '/faults', answer: faultsNow },
  {
    verb: 'post',
    path: '/faults',
    answer: (context, body) => {
      const { fault, target } = parseAddedFault(body);
      context.faults.add(fault, target);
      return faultsNow(context);
    },
  },
  { verb: 'delete', path: '/faults', answer: clearFaults },
  {
    verb: 'put',
    path: '/faults/random',
    answer: (context, body) => {
      context.faults.random(parseRandomFaults(body));
      return faultsNow(context);
    },
  },
  { verb: 'delete', path: '/faults/random', answer: ({ faults }) => faults.random(undefined) },
  {
    verb: 'put',
    path: '/faults/clock-skew',
    answer: (context, body) => {
      context.clock.set(SKEW.parse(body).ms);
      return faultsNow(context);
    },
  },

  { verb: 'get', path: '/limits', answer: ({ portal }) => limitsNow(portal) },
  { verb: 'put', path: '/limits', answer: setLimits },

  {
    verb: 'get',
    path: '/webhooks',
    answer: ({ webhooks }) => ({ attempts: webhooks.attempts(), chaos: webhooks.chaos() }),
  },
  {
    verb: 'put',
    path: '/webhooks/chaos',
    answer: ({ webhooks }, body) => {
      webhooks.setChaos(CHAOS.parse(body));
      return webhooks.chaos();
    },
  },

  { verb: 'get', path: '/actions', answer: ({ actions }) => ({ executions: actions.executions() }) },
  { verb: 'post', path: '/actions', answer: ({ actions }, body) => actions.fire(ORDER.parse(body)) },
];
