import { rejudgeMany, type RejudgePosition } from '../../../src/usecases/policy/rejudge-many.ts';
import { homeInCrm } from '../../../src/crm/policy-home.ts';
import { keepInstallation } from '../../../src/crm/installation.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import type { Context } from '../../../src/usecases/context.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { createStored, storedScorecard } from './portfolio.ts';
import { ada, makeCurrent, otherTechnology } from './published.ts';

const type = 'technology' as const;
/** Read and written in two parts. */
const COMPANIES = 104;

/** Nothing of the product handles it: the run is gone, as after kill -9. */
class Killed extends Error {}

let portal: Portal;
let companies: string[];
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'], home: true });
  companies = await createStored(
    portal,
    Array.from({ length: COMPANIES }, (_, index) =>
      storedScorecard({ ipp_strategic_fit: `${1 + (index % 5)}` }),
    ),
  );
});
afterAll(() => portal.close());

test('a run that is killed before or after any of its calls, and resumed, judges each company once and never by half', async () => {
  let version = 0;
  let isThrough = false;
  for (let call = 1; !isThrough; call++)
    for (const at of ['before', 'after'] as const) {
      version += 1;
      const to = `technology@${version}`;
      await makeCurrent(
        portal.context,
        otherTechnology(version, { floors: { deep: 380 + (version % 2) * 60, fast: 250 } }),
      );
      let position: RejudgePosition | null = null;
      const run = (crm: Crm) =>
        rejudgeMany(asProcess(crm), {
          ...{ type, by: ada, apply: true, companies, from: position },
          onReached: (reached) => {
            position = reached;
            return Promise.resolve();
          },
        });
      const dying = aroundCalls(
        portal.app,
        () => true,
        at,
        (_, count) => (count === call ? Promise.reject(new Killed()) : Promise.resolve()),
      );
      const killed = await run(dying).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      isThrough = !killed;

      const report = await run(portal.app);

      expect([report.to, report.left]).toEqual([to, []]);
      await expectWhole(version);
    }
}, 600_000);

/** Every company is by the version, with its verdict, and was stamped with it once. */
async function expectWhole(version: number): Promise<void> {
  const path = '/crm/objects/2026-09/companies';
  const names = ['ipp_profile_version', 'ipp_lane', 'ipp_total', 'ipp_scored_by'];
  const seen = new Map<string, number>();
  for (let after: string | undefined, pages = 0; pages < 10; pages++) {
    const query = {
      limit: '50',
      properties: names.join(','),
      propertiesWithHistory: names[0] ?? '',
      ...(after !== undefined && { after }),
    };
    const { results, paging } = (await portal.outside.send({ method: 'GET', path, query })) as {
      results: {
        id: string;
        properties: Record<string, string | null>;
        propertiesWithHistory: Record<string, { value: string }[]>;
      }[];
      paging?: { next?: { after: string } };
    };
    for (const { id, properties, propertiesWithHistory } of results) {
      if (properties['ipp_profile_version'] == null) continue;
      const total = Number(properties['ipp_total']);
      const floor = 380 + (version % 2) * 60;
      expect([
        properties['ipp_profile_version'],
        properties['ipp_lane'],
        properties['ipp_scored_by'],
      ]).toEqual([...[`technology@${version}`, total >= floor ? 'deep' : 'fast', ada]]);
      const stamps = (propertiesWithHistory['ipp_profile_version'] ?? []).filter(
        ({ value }) => value === `technology@${version}`,
      );
      seen.set(id, stamps.length);
    }
    after = paging?.next?.after;
    if (after === undefined) break;
  }
  expect([seen.size, new Set(seen.values())]).toEqual([COMPANIES, new Set([1])]);
}

function asProcess(crm: Crm): Context {
  const installation = keepInstallation(() => performance.now());
  return { ...portal.context, crm, installation, home: homeInCrm(crm, installation), policy: keepPolicy() };
}
