import fc from 'fast-check';

import { openLimiter } from '../../../src/crm/client/limiter.ts';

/** A limiter on a clock that moves only while somebody waits. */
function openOnClock() {
  let at = 0;
  const limiter = openLimiter({
    now: () => at,
    sleep: (ms) => {
      at += ms;
      return Promise.resolve();
    },
  });
  return { limiter, now: () => at, pass: (ms: number) => void (at += ms) };
}

function told(max: number, remaining = max): Headers {
  return new Headers({
    'X-HubSpot-RateLimit-Max': String(max),
    'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
    'X-HubSpot-RateLimit-Remaining': String(remaining),
  });
}

/** The most calls that fall into any ten seconds. */
function busiestWindow(times: readonly number[], ms = 10_000): number {
  return Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + ms).length));
}

test('before an answer names the limit, no call waits', async () => {
  const { limiter, now } = openOnClock();

  for (let call = 0; call < 500; call++) await limiter.take('bulk', false, Infinity, undefined);

  expect(now()).toBe(0);
});

test.each([
  ['bulk', 142],
  ['card', 190],
] as const)('%s work takes at most its part of the 190 calls of ten seconds', async (priority, most) => {
  const { limiter, now } = openOnClock();
  limiter.learn(told(190));
  const times: number[] = [];

  for (let call = 0; call < 600; call++) {
    await limiter.take(priority, false, Infinity, undefined);
    times.push(now());
  }

  expect(busiestWindow(times)).toBe(most);
});

test('a person does not wait behind work in bulk', async () => {
  const { limiter, now } = openOnClock();
  limiter.learn(told(100));
  for (let call = 0; call < 75; call++) await limiter.take('bulk', false, Infinity, undefined);

  for (let call = 0; call < 25; call++) await limiter.take('card', false, Infinity, undefined);

  expect(now()).toBe(0);
});

test('calls of others slow down work in bulk, less and less until their window is over', async () => {
  const { limiter, now } = openOnClock();
  limiter.learn(told(100, 10));

  await limiter.take('card', false, Infinity, undefined);
  const before = now();
  await limiter.take('bulk', false, Infinity, undefined);

  expect(before).toBe(0);
  // 90 of 100 are taken and leave evenly: three quarters are reached after about a sixth of the window
  expect(now()).toBeGreaterThan(1_500);
  expect(now()).toBeLessThan(2_000);
});

test('searches are counted apart, five in a second', async () => {
  const { limiter, now } = openOnClock();
  limiter.learn(told(100));
  const times: number[] = [];

  for (let call = 0; call < 20; call++) {
    await limiter.take('card', true, Infinity, undefined);
    times.push(now());
  }

  expect(busiestWindow(times, 1_000)).toBe(5);
});

test('who has no time to wait is told so at once', async () => {
  const { limiter, now } = openOnClock();
  limiter.learn(told(2));
  for (let call = 0; call < 2; call++) await limiter.take('card', false, Infinity, undefined);

  expect(await limiter.take('card', false, now() + 500, undefined)).toBe('too-long');
  expect(now()).toBe(0);
});

test('no sequence of calls and answers passes the limit that was last named', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 40 }),
      fc.array(
        fc.record({ priority: fc.constantFrom('card' as const, 'bulk' as const), gap: fc.nat(2_000) }),
        { maxLength: 150 },
      ),
      async (max, wishes) => {
        const { limiter, now, pass } = openOnClock();
        limiter.learn(told(max));
        const times: number[] = [];
        for (const { priority, gap } of wishes) {
          pass(gap);
          await limiter.take(priority, false, Infinity, undefined);
          times.push(now());
        }

        expect(busiestWindow(times)).toBeLessThanOrEqual(max);
      },
    ),
    { numRuns: 60 },
  ));

test('waiting ends as soon as the work is cancelled', async () => {
  const limiter = openLimiter({ now: () => 0, sleep: () => new Promise(() => undefined) });
  limiter.learn(told(1));
  await limiter.take('card', false, Infinity, undefined);
  const cancel = new AbortController();

  const waiting = limiter.take('card', false, Infinity, cancel.signal);
  cancel.abort();

  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
});
