import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { PARTNER_TYPES } from '../../../src/icp/partner-types.ts';
import { suspicions } from '../../../src/icp/suspicions.ts';
import { decodeScorecard } from '../../../src/crm/decode-scorecard.ts';
import { DEFAULT_SEED } from '../../../src/sandbox/demo/plan-demo-portal.ts';
import { countsOf, type Demo, openDemo, type Values } from './open-demo.ts';

const NOW = new Date('2026-11-20T10:00:00Z');

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo(DEFAULT_SEED, NOW);
});

const scored = () =>
  demo.records('companies').filter((company) => company['ipp_profile_version'] !== undefined);
const named = (name: string): Values =>
  demo.records('companies').find((company) => company['name'] === name) ?? {};

test('technology partners stand in every lane and under every clearance', () => {
  expect(scored().length).toBeGreaterThanOrEqual(24);
  expect(Object.keys(countsOf(scored(), 'ipp_lane')).sort()).toEqual(['deep', 'fast', 'pass', 'undecided']);
  expect(Object.keys(countsOf(scored(), 'ipp_clearance')).sort()).toEqual([
    '',
    'blocked',
    'cleared',
    'not-required',
    'pending',
  ]);
});

test('each other partner type is there once, with its type and nothing else of ours', () => {
  const typed = demo.records('companies').filter(({ ipp_profile_version: version }) => version === undefined);
  const fields = typed.flatMap((company) => {
    const ours = Object.keys(company).filter((name) => name.startsWith('ipp_'));
    return ours.length === 0 ? [] : [[company['ipp_partner_type'] ?? '', ...ours]];
  });

  expect(fields.sort()).toEqual(
    PARTNER_TYPES.slice(1)
      .map(({ key }) => [key, 'ipp_partner_type'])
      .sort(),
  );
  expect(Object.values(demo.states).filter((state) => state !== 'judged')).toEqual(
    Array(8).fill('unjudgeable'),
  );
});

test('three partners were changed from outside, so that their verdict does not follow any more', () => {
  expect(Object.keys(demo.drift)).toHaveLength(3);
  expect(Object.values(demo.drift)).toEqual(
    expect.arrayContaining([
      ['ipp_lane'],
      ['ipp_total'],
      expect.arrayContaining(['ipp_total', 'ipp_rated_total']),
    ]),
  );
});

test('the suspicions that ratings and facts can raise are each raised somewhere', () => {
  const raised = new Set<string>();
  for (const company of scored()) {
    for (const profile of SHIPPED_PROFILES) {
      const { scorecard } = decodeScorecard(company, profile);
      for (const { check } of suspicions(scorecard, profile, scorecard.facts, '2026-11-20'))
        raised.add(check);
    }
  }

  expect([...raised].sort()).toEqual([
    'competitor-in-disguise',
    'dead-api',
    'single-prospect-request',
    'vanity-logo',
  ]);
});

test('one partner that is deep by ratings is known through a single contact who is no sponsor', () => {
  const contacts = countsOf(demo.records('contacts'), 'company');
  const alone = scored().filter(({ name = '' }) => contacts[name] === 1);

  expect(alone.map(({ ipp_score_lane: lane }) => lane)).toEqual(['deep']);
});

test('the companies that guides and tests name hold what they always held', () => {
  expect(named('Taskbridge')).toMatchObject({ ipp_total: '430', ipp_lane: 'deep', ipp_clearance: 'pending' });
  expect(named('Grandview Cloud')).toMatchObject({ ipp_total: '280', ipp_lane: 'fast' });
  expect(named('Ledgerlane')).toMatchObject({ ipp_lane: 'deep', ipp_clearance: 'cleared' });
  expect(named('Pipekite')).toMatchObject({ ipp_lane: 'undecided' });
  expect(named('Boardmate')).toMatchObject({ ipp_lane: 'pass', ipp_clearance: 'blocked' });
  expect(named('Solodesk')).toMatchObject({ ipp_lane: 'deep', ipp_clearance: 'pending' });
  expect(named('Dockwell')).toMatchObject({ ipp_lane: 'deep', ipp_clearance: 'pending' });
  expect(named('Quillbase')).toMatchObject({ ipp_lane: 'pass', ipp_clearance: 'not-required' });
  for (const name of ['Harbor Foods', 'Nordlicht Telekom', 'Casa Verde Advisors', 'Mapleton Schools'])
    expect(Object.keys(named(name)).filter((property) => property.startsWith('ipp_'))).toEqual([]);
});

test('sixty customers name the tools they use, and customer deals were won, lost and stalled', () => {
  const customers = demo.records('companies').filter((company) => company['lifecyclestage'] === 'customer');
  const sales = demo.records('deals').filter((deal) => deal['pipeline'] === 'default');

  expect(customers).toHaveLength(60);
  expect(customers.every(({ tools_in_use: tools = '' }) => tools.includes(','))).toBe(true);
  expect(countsOf(sales, 'dealstage')).toEqual({ closedwon: 12, closedlost: 12, decisionmakerboughtin: 12 });
});

test('every technology partner has a deal in the partner pipeline, one deal has no company', () => {
  const deals = demo.records('deals').filter((deal) => deal['pipeline'] === 'partnerships');
  const companies = deals.map((deal) => deal['hs_primary_associated_company'] ?? '');

  expect(new Set(companies)).toEqual(new Set(['', ...scored().map(({ id }) => id)]));
  expect(companies.filter((company) => company === '')).toHaveLength(1);
  expect(Object.keys(countsOf(deals, 'dealstage')).sort()).toEqual([
    'building',
    'checks',
    'declined',
    'launched',
    'scoped',
    'scored',
    'sourced',
  ]);
});

test('no name is used twice', () => {
  const companies = demo.records('companies').map(({ name }) => name);

  expect(new Set(companies).size).toBe(companies.length);
});
