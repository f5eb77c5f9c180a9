import { startSandboxCrm } from '../../sandbox/hubspot/start-sandbox-crm.ts';
import { DEFAULT_TRANSPORT, inBulk, openCrm } from '../../src/crm/client/client.ts';
import type { CrmRequest } from '../../src/crm/client/request.ts';
import { openTestDatabase } from '../store/database-in-test.ts';
import { limitersOver, steppedClock } from './limiters-in-test.ts';

const START = Date.UTC(2026, 10, 2);
const REQUEST: CrmRequest = { method: 'GET', path: '/crm/objects/2026-09/companies', query: { limit: '1' } };

test('a portal with the limits of OAuth apps refuses no call of three processes with imports and cards', async () => {
  const store = await openTestDatabase();
  const clock = steppedClock();
  const limiters = limitersOver(store.database, clock, 1, START);
  const sandbox = await startSandboxCrm({
    tokens: [{ token: 'app', sourceType: 'INTEGRATION', sourceId: '4711', isOAuth: true }],
    limits: 'on',
    now: () => new Date(START + clock.now()),
  });
  const statuses: (number | null)[] = [];
  let underWay = 0;
  const process = (holder: string) =>
    openCrm(
      { baseUrl: sandbox.baseUrl, accessToken: 'app' },
      {
        ...{ ...DEFAULT_TRANSPORT, now: clock.now, sleep: clock.sleep, limiter: limiters.open(holder) },
        // real time, so that a busy machine ends no call early
        timer: () => () => undefined,
        onCall: () => void (underWay += 1),
        onOutcome: (status) => {
          underWay -= 1;
          statuses.push(status);
        },
      },
    );
  const waits: number[] = [];

  await clock.run(
    Promise.all(
      ['a', 'b', 'c'].flatMap((holder) => {
        const crm = process(holder);
        const importing = async () => {
          for (let call = 0; call < 120; call += 1) await inBulk(crm).send(REQUEST);
        };
        const cards = async () => {
          for (let card = 0; card < 15; card += 1) {
            const from = clock.now();
            await crm.send(REQUEST);
            waits.push(clock.now() - from);
            await clock.sleep(2_500);
          }
        };
        return [importing(), cards()];
      }),
    ),
    () => limiters.isBusy() || underWay > 0,
  );
  await sandbox.close();
  await store.close();

  expect(statuses).toHaveLength(405);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
  expect(limiters.statements() / statuses.length).toBeLessThan(1);
});
