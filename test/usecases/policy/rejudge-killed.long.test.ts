import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
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
const COMPANIES = 4;
const AT_ONCE = 2;

/** Nothing of the product handles it: the run is gone, as after kill -9. */
class Killed extends Error {}

const FLOOR = 440;

let portal: Portal;
let companies: string[];
/** A profile is current by which none of them has been judged yet. */
let published: SavedPortal;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'], home: true });
  companies = await createStored(
    portal,
    Array.from({ length: COMPANIES }, (_, index) =>
      storedScorecard({ ipp_strategic_fit: `${1 + (index % 5)}` }),
    ),
  );
  await makeCurrent(portal.context, otherTechnology(1, { floors: { deep: FLOOR, fast: 250 } }));
  published = portal.sandbox.portal.dump();
});
afterAll(() => portal.close());

test('a run that is killed before any of its calls, and resumed, judges each company once and never by half', async () => {
  let isThrough = false;
  // right after a call is right before the next one
  for (let call = 1; !isThrough; call++) {
    portal.sandbox.portal.restore(published);
    let position: RejudgePosition | null = null;
    const run = (crm: Crm) =>
      rejudgeMany(asProcess(crm), {
        ...{ type, by: ada, apply: true, companies, atOnce: AT_ONCE, from: position },
        onReached: (reached) => {
          position = reached;
          return Promise.resolve();
        },
      });
    const dying = aroundCalls(
      portal.app,
      () => true,
      'before',
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

    expect([report.to, report.left]).toEqual(['technology@1', []]);
    await expectWhole();
  }
});

/** Every company is by the profile, with its verdict, and was stamped with it once. */
async function expectWhole(): Promise<void> {
  const path = '/crm/objects/2026-09/companies';
  const names = ['ipp_profile_version', 'ipp_lane', 'ipp_total', 'ipp_scored_by'];
  const query = { limit: '50', properties: names.join(','), propertiesWithHistory: names[0] ?? '' };
  const { results } = (await portal.outside.send({ method: 'GET', path, query })) as {
    results: {
      properties: Record<string, string | null>;
      propertiesWithHistory: Record<string, { value: string }[]>;
    }[];
  };
  expect(results).toHaveLength(COMPANIES);
  for (const { properties, propertiesWithHistory } of results) {
    const lane = Number(properties['ipp_total']) >= FLOOR ? 'deep' : 'fast';
    expect(properties).toMatchObject({
      ...{ ipp_profile_version: 'technology@1', ipp_lane: lane, ipp_scored_by: ada },
    });
    const stamps = propertiesWithHistory['ipp_profile_version'] ?? [];
    expect(stamps.map(({ value }) => value)).toEqual(['technology@1', 'technology@0']);
  }
}

function asProcess(crm: Crm): Context {
  const installation = keepInstallation(() => performance.now());
  return { ...portal.context, crm, installation, home: homeInCrm(crm, installation), policy: keepPolicy() };
}
