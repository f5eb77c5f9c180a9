import { virtualClock } from '../../../bench/virtual-clock.ts';
import { type SandboxCrm, startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import { DEFAULT_TRANSPORT, inBulk, openCrm } from '../../../src/crm/client/client.ts';
import { openLimiter } from '../../../src/crm/client/limiter.ts';
import type { Crm, CrmRequest } from '../../../src/crm/client/request.ts';

const CARDS = 50;
const CALLS_OF_A_SAVE = 3;
const CARD_MS = 13_000;
const START = Date.UTC(2026, 10, 2);

const REQUEST: CrmRequest = { method: 'GET', path: '/crm/objects/2026-09/companies', query: { limit: '1' } };

/** Work in bulk that never ends by itself. */
async function keepBusy(crm: Crm, sleep: (ms: number) => Promise<void>, job: { isOver: boolean }) {
  const worker = async () => {
    while (!job.isOver) {
      await crm.send(REQUEST);
      await sleep(20);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

test.each([
  ['that do not count', false, CARDS],
  // each try of a card then keeps another card out, so that one or the other may be late
  ['that count as well', true, 0.9 * CARDS],
])(
  'cards with limiters of their own come through beside an import, with refused calls %s',
  async (_, counted, least) => {
    const clock = virtualClock();
    const sandbox: SandboxCrm = await startSandboxCrm({
      tokens: [{ token: 'app', sourceType: 'INTEGRATION', sourceId: '1' }],
      account: { tier: 'professional' },
      limits: 'on',
      switches: { refusedCallsCount: counted },
      now: () => new Date(START + clock.now()),
    });
    /** As a process of its own: nobody tells it what the others do. */
    const open = (endsAt: number | null) =>
      openCrm(
        { baseUrl: sandbox.baseUrl, accessToken: 'app' },
        { ...DEFAULT_TRANSPORT, now: clock.now, sleep: clock.sleep, limiter: openLimiter(clock), endsAt },
      );
    const took: number[] = [];

    await clock.run(async () => {
      const job = { isOver: false };
      const busy = keepBusy(inBulk(open(null)), clock.sleep, job);
      await clock.sleep(15_000);
      const start = clock.now();
      const saveOne = async () => {
        const crm = open(start + CARD_MS);
        for (let call = 0; call < CALLS_OF_A_SAVE; call += 1) await crm.send(REQUEST);
        took.push(clock.now() - start);
      };
      await Promise.all(Array.from({ length: CARDS }, saveOne));
      job.isOver = true;
      await busy;
    });
    await sandbox.close();

    expect(took.length).toBeGreaterThanOrEqual(least);
    expect(Math.max(...took)).toBeLessThanOrEqual(CARD_MS);
  },
);
