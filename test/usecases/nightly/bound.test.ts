import fc from 'fast-check';

import type { Position } from '../../../src/usecases/nightly/report.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { nightly, ratedOutside } from './run-nightly.ts';

const COMPANIES = 10;

let now: Date;
let portal: Portal;
let companies: string[];
beforeAll(async () => {
  now = new Date('2027-01-01T01:00:00Z');
  portal = await openPortal({ now: () => now, types: ['technology'] });
  const inputs = Array.from({ length: COMPANIES }, () => ({ properties: ratedOutside, associations: [] }));
  const path = '/crm/objects/2026-09/companies/batch/create';
  const made = (await portal.outside.send({ method: 'POST', path, body: { inputs } })) as {
    results: { id: string }[];
  };
  companies = made.results.map(({ id }) => id);
});
afterAll(() => portal.close());

/** Makes every stored total wrong, a day later. */
async function spoil(): Promise<void> {
  now = new Date(now.getTime() + 86_400_000);
  const inputs = companies.map((id) => ({ id, properties: { ipp_total: '1' } }));
  const path = '/crm/objects/2026-09/companies/batch/update';
  await portal.outside.send({ method: 'POST', path, body: { inputs } });
}

test('whatever the bound, runs that go on from one another write each company once and leave out none', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 2, max: 5 }),
      async (most, atOnce) => {
        await spoil();
        const written: string[] = [];
        const totals = { runs: 0, companies: 0, companiesRepaired: 0 };
        let left: Position | null = { phase: 'verdicts', after: null };
        while (left !== null && totals.runs < 30) {
          const report = await nightly(portal, {
            ...{ mostCalls: most, atOnce, from: left },
            afterWrite: ({ body }) => {
              written.push(...(body as { inputs: { id: string }[] }).inputs.map(({ id }) => id));
              return Promise.resolve();
            },
          });
          totals.runs += 1;
          totals.companies += report.companies;
          totals.companiesRepaired += report.companiesRepaired;
          left = report.left;
        }

        expect(left).toBeNull();
        expect([...written].sort()).toEqual([...companies].sort());
        expect(totals).toMatchObject({ companies: COMPANIES, companiesRepaired: COMPANIES });
        expect((await nightly(portal)).companiesRepaired).toBe(0);
      },
    ),
    { numRuns: 5 },
  ));

test('a run keeps to its bound, beyond the first companies', async () => {
  for (const most of [40, 60]) {
    await spoil();
    const calls = await portal.callsDuring(() => nightly(portal, { mostCalls: most, atOnce: 1 }));

    expect(calls.length).toBeLessThanOrEqual(most);
  }
});

test('each reached position comes after all that was done before it', async () => {
  await spoil();
  const reached: Position[] = [];

  await nightly(portal, { atOnce: 4, onReached: (position) => Promise.resolve(void reached.push(position)) });

  expect(reached).toEqual([
    ...[3, 7, 9].map((index) => ({ phase: 'verdicts', after: companies[index] })),
    { phase: 'deals', after: null },
  ]);
});
