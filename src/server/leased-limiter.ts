import type { Logger } from 'pino';

import { numberIn } from '../crm/client/headers.ts';
import { YIELDS, interruptible } from '../crm/client/limiter.ts';
import type { Limiter } from '../crm/client/request.ts';
import { type Lease, OAUTH_LIMIT, SEARCH_LIMIT, callLeasesIn } from '../store/call-leases.ts';
import { DATABASE_CLOCK, type DatabaseClock } from '../store/database-clock.ts';
import type { Database } from '../store/database.ts';
import type { InstallKey } from '../store/installs.ts';
import { type SaidLimits, portalLimitsIn } from '../store/portal-limits.ts';
import { type GateClock, openCallGate } from './call-gate.ts';

interface Surroundings {
  database: Database;
  clock: GateClock;
  /** Names the process among those that work on the database; without a colon. */
  holder: string;
  log: Logger;
  databaseClock?: DatabaseClock | undefined;
}

/** Calls left of a day change with each call, and are kept so often at most. */
const DAILY_EVERY_MS = 10_000;

/**
 * The limiter of one portal and app over all processes that work on the database: each takes shares of the limit there.
 *
 * Source: HubSpot, "API usage guidelines and limits": 110 calls in 10 seconds for an OAuth app and account, besides them
 * five searches a second for an account.
 */
export function leasedLimiter(surroundings: Surroundings, key: InstallKey): Limiter {
  const { database, clock, holder, log, databaseClock = DATABASE_CLOCK } = surroundings;
  const limits = portalLimitsIn(database, key, databaseClock);
  let said: SaidLimits = { ...OAUTH_LIMIT, dailyLeft: null };
  let saidAt = -Infinity;
  let heldUntil = -Infinity;
  let isAlone = false;

  const onAnswer = (lease: Lease | null, cause?: unknown) => {
    if (lease !== null) said = { ...said, max: lease.max, intervalMs: lease.intervalMs };
    if (isAlone === (lease === null)) return;
    isAlone = lease === null;
    if (isAlone)
      log.warn(
        { ...key, cause: String(cause) },
        'no share of the rate limit: this process keeps to its part',
      );
    else log.info(key, 'shares of the rate limit again');
  };
  const gate = (limit: 'calls' | 'searches', leastValidMs: number, mostAhead: number) =>
    openCallGate({
      leases: callLeasesIn(database, key, limit, databaseClock),
      limit: limit === 'calls' ? OAUTH_LIMIT : SEARCH_LIMIT,
      ...{ holder, clock, leastValidMs, mostAhead, onAnswer: limit === 'calls' ? onAnswer : () => undefined },
    });
  const calls = gate('calls', 1_000, 32);
  // a share of five counts at once, and a longer one longer than the second of its limit
  const searches = gate('searches', 200, 1);

  const keep = (work: Promise<void>) =>
    void work.catch((cause: unknown) =>
      log.warn({ ...key, cause: String(cause) }, 'limits of a portal not kept'),
    );
  const holdBulk = (ms: number) => {
    if (heldUntil >= clock.now() + ms / 2) return;
    heldUntil = clock.now() + ms;
    keep(limits.holdBulk(ms));
  };

  return {
    async take(priority, isSearch, endsAt, signal) {
      const isWanted = () => signal?.aborted !== true;
      const turn = (isSearch ? searches : calls).take(priority, endsAt, isWanted);
      let answer: Awaited<typeof turn> = 'go';
      await interruptible(
        turn.then((given) => void (answer = given)),
        signal,
      );
      return answer;
    },
    learn(headers) {
      const max = numberIn(headers, 'x-hubspot-ratelimit-max');
      if (max === null || max === 0) return;
      const intervalMs =
        numberIn(headers, 'x-hubspot-ratelimit-interval-milliseconds') ?? OAUTH_LIMIT.intervalMs;
      const dailyLeft = numberIn(headers, 'x-hubspot-ratelimit-daily-remaining');
      // others may use the app's limit too, without the database
      if (numberIn(headers, 'x-hubspot-ratelimit-remaining') === 0) holdBulk(intervalMs * YIELDS);
      const isOther = max !== said.max || intervalMs !== said.intervalMs;
      const isLater = dailyLeft !== said.dailyLeft && clock.now() >= saidAt + DAILY_EVERY_MS;
      if (!isOther && !isLater) return;
      said = { max, intervalMs, dailyLeft };
      saidAt = clock.now();
      keep(limits.learn(said));
    },
    refused(policy, _priority, pauseMs) {
      if (policy === 'daily') keep(limits.endDay());
      if (policy === 'ten-secondly') holdBulk(Math.max(pauseMs, said.intervalMs * YIELDS));
    },
  };
}
