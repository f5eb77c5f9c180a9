import type { Gathered } from '../../../src/contract/facts.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { PARTNER_TYPES } from '../../../src/icp/partner-types.ts';
import { suspicions } from '../../../src/icp/suspicions.ts';
import { byField } from '../../../src/crm/property-names.ts';
import { decodeScorecard } from '../../../src/crm/scorecard-codec.ts';
import { DEFAULT_SEED, openingOf, planDemoPortal } from '../../../sandbox/demo/plan-demo-portal.ts';
import { countsOf, type Demo, openDemo, type Values, valuesOf } from './open-demo.ts';

const NOW = new Date('2026-11-20T10:00:00Z');
/** Three weeks later, on another day of the week. */
const LATER = new Date('2026-12-12T23:30:00Z');

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo(DEFAULT_SEED, NOW);
});

const scored = () =>
  demo.records('companies').filter((company) => company['ipp_profile_version'] !== undefined);
const ofType = (wanted: string) => scored().filter(({ ipp_partner_type: type }) => type === wanted);
const named = (name: string): Values =>
  demo.records('companies').find((company) => company['name'] === name) ?? {};

test.each(PARTNER_TYPES.map(({ key }) => key))('%s partners are judged, and stand in every lane', (type) => {
  const partners = ofType(type);

  expect(Object.keys(countsOf(partners, 'ipp_lane')).sort()).toEqual(['deep', 'fast', 'pass', 'undecided']);
  expect(partners.map(({ name = '' }) => demo.states[name])).toEqual(partners.map(() => 'judged'));
});

test('nobody has a partner type without a scorecard', () => {
  const typed = demo.records('companies').filter((company) => company['ipp_partner_type'] !== undefined);

  expect(typed.length).toBe(scored().length);
});

test('every clearance is found among technology partners, and among the others', () => {
  const all = ['', 'blocked', 'cleared', 'not-required', 'pending'];
  const others = scored().filter(({ ipp_partner_type: type }) => type !== 'technology');

  expect(Object.keys(countsOf(ofType('technology'), 'ipp_clearance')).sort()).toEqual(all);
  expect(Object.keys(countsOf(others, 'ipp_clearance')).sort()).toEqual(all);
});

test('two resellers turned out to be solution partners: their people wait to be confirmed', () => {
  const changed = scored().filter(({ name = '' }) => name in demo.toConfirm);

  expect(changed.map(({ ipp_partner_type: type }) => type)).toEqual(['solution', 'solution']);
  expect(Object.values(demo.toConfirm)).toEqual([['people'], ['people']]);
  expect(changed.map(({ ipp_lane: lane }) => lane).sort()).toEqual(['fast', 'undecided']);
  const open = changed.find(({ ipp_lane: lane }) => lane === 'undecided') ?? {};
  expect(open).toMatchObject({
    ipp_profile_version: 'solution@0',
    ipp_people: expect.stringMatching(/^[1-5]$/) as unknown,
    ipp_market_access: expect.stringMatching(/^[1-5]$/) as unknown,
    ipp_role_criteria: '',
  });
});

test('a few partners could play other roles too', () => {
  const others = scored().flatMap((company) => company['ipp_other_types'] ?? []);

  expect(others).toEqual(expect.arrayContaining(['fulfillment', 'reseller;fulfillment']));
  expect(others).toHaveLength(4);
});

test('one reseller is an enthusiastic contact: deep by ratings, and flagged', () => {
  const flagged = scored().filter((company) => company['ipp_check_enthusiastic_contact'] === 'flagged');

  expect(flagged).toHaveLength(1);
  expect(flagged[0]).toMatchObject({
    ipp_partner_type: 'reseller',
    ipp_score_lane: 'deep',
    ipp_lane: 'fast',
    ipp_clearance: 'blocked',
  });
  expect(flagged[0]?.['ipp_people']).toBe('3');
});

test('points for deep are not enough for a referral partner without buyers, nor for an agent without backing', () => {
  const kept = scored().filter((company) => company['ipp_lane_causes']?.includes('minimum'));

  expect(kept.map((company) => [company['ipp_partner_type'], company['ipp_lane_reason']])).toEqual(
    expect.arrayContaining([
      ['referral', expect.stringMatching(/needs market access 3/)],
      ['broker-agent', expect.stringMatching(/needs people 3/)],
    ]),
  );
  for (const company of kept.filter(({ ipp_lane: lane }) => lane === 'fast'))
    expect(Number(company['ipp_total'])).toBeGreaterThanOrEqual(380);
});

test('the portal stays small enough to look through', () => {
  expect(demo.records('companies').length).toBeGreaterThan(110);
  expect(demo.records('companies').length).toBeLessThan(140);
});

test('a scorecard falls due a year after the day on which it was first complete', () => {
  const named = scored().find(({ name }) => name === 'Quillbase') ?? {};
  const [reviewedOn, due] = [named['ipp_reviewed_at'] ?? '', named['ipp_review_due'] ?? ''];

  expect(reviewedOn < '2026-11-01').toBe(true);
  expect(due).toBe(`2027${reviewedOn.slice(4, 10)}`);
});

test('a few reviews are overdue, and a few partners have evidence to look at again; not Taskbridge', () => {
  const overdue = (property: string) =>
    scored().filter(
      (company) => (company[property] ?? '') !== '' && (company[property] ?? '') < '2026-11-20',
    );

  expect(overdue('ipp_review_due')).toHaveLength(3);
  expect(overdue('ipp_recheck_due').length).toBeGreaterThan(2);
  expect(overdue('ipp_recheck_due').length).toBeLessThan(12);
  expect(named('Taskbridge')).toMatchObject({
    ipp_reviewed_by: expect.stringMatching(/@/) as unknown,
    ipp_review_due: expect.stringMatching(/^2027/) as unknown,
  });
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
      const { scorecard } = decodeScorecard(byField(company), profile);
      for (const { check } of suspicions(scorecard, profile, scorecard.facts, {}, '2026-11-20'))
        raised.add(check);
    }
  }

  expect([...raised].sort()).toEqual([
    'competitor-in-disguise',
    'dead-api',
    'enthusiastic-contact',
    'single-prospect-request',
    'vanity-logo',
  ]);
});

test('a partner that is known through a single contact is deep by ratings, and no sponsor is known', () => {
  const contacts = countsOf(demo.records('contacts'), 'company');
  const alone = scored().filter(({ name = '' }) => contacts[name] === 1);

  expect(countsOf(alone, 'ipp_score_lane')).toEqual({ deep: 2 });
  expect(countsOf(alone, 'ipp_partner_type')).toEqual({ technology: 1, reseller: 1 });
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

test('sixty customers name the tools they use, and customer deals were won, lost, stalled or are open', () => {
  const customers = demo.records('companies').filter((company) => company['lifecyclestage'] === 'customer');
  const sales = demo.records('deals').filter((deal) => deal['pipeline'] === 'default');

  expect(customers).toHaveLength(60);
  expect(customers.every(({ tools_in_use: tools = '' }) => tools.includes(','))).toBe(true);
  expect(Object.keys(countsOf(sales, 'dealstage')).sort()).toEqual([
    ...['closedlost', 'closedwon', 'decisionmakerboughtin', 'presentationscheduled', 'qualifiedtobuy'],
  ]);
  expect(sales.every(({ asked_for_integration: asked = '' }) => asked !== '')).toBe(true);
  expect(sales.length).toBeLessThan(120);
});

const factOf = <Fact>(gathered: Gathered<Fact> | undefined): Fact => {
  if (gathered?.state !== 'counted') throw new Error(`not counted: ${JSON.stringify(gathered)}`);
  return gathered.fact;
};

test('what the CRM counts is what people wrote down, in figures and in evidence', () => {
  const written = ofType('technology').flatMap((company) => {
    const { name = '', ipp_shared_customers: shared = '', ipp_companies_asking: asking } = company;
    const evidence = /\d+/.exec(company['ipp_customer_overlap_evidence'] ?? '')?.[0] ?? shared;
    return shared === '' ? [] : [{ name, figures: [shared, evidence, asking].map(Number) }];
  });

  expect(written.length).toBeGreaterThan(8);
  for (const { name, figures } of written) {
    const users = factOf(demo.facts[name]?.sharedCustomers).count;
    const asking = factOf(demo.facts[name]?.companiesAsking).count;
    expect([name, ...figures]).toEqual([name, users, users, asking]);
  }
});

test('companies ask for Ledgerlane in open, stalled and lost deals, three of them in renewals', () => {
  const { count, open, stalled, lost, amount, currency } = factOf(demo.facts['Ledgerlane']?.companiesAsking);
  const renewals = demo
    .records('deals')
    .filter(
      ({ asked_for_integration: asked = '', dealtype }) =>
        asked.split(';').includes('ledgerlane') && dealtype === 'existingbusiness',
    );

  expect([count, open + stalled + lost]).toEqual([14, 14]);
  expect(Math.min(open, stalled, lost)).toBeGreaterThan(1);
  expect(amount).toBeGreaterThan(10_000);
  expect(currency).toBe('EUR');
  expect(renewals).toHaveLength(3);
});

test('Ledgerlane has a sponsor and Dana Whitt as its owner, whom somebody met lately', () => {
  const { people, sponsors, noRoles } = factOf(demo.facts['Ledgerlane']?.contacts);

  expect([sponsors, noRoles]).toEqual([1, null]);
  expect(people.find(({ roles }) => roles.includes('partner-owner'))).toMatchObject({
    name: 'Dana Whitt',
    lastActivityOn: expect.stringMatching(/^2026-1[01]-/) as unknown,
  });
});

test('customers use Paperdesk and ask for it, and nobody has scored it', () => {
  const facts = demo.facts['Paperdesk'];

  expect(Object.keys(named('Paperdesk')).filter((name) => name.startsWith('ipp_'))).toEqual([]);
  expect(factOf(facts?.sharedCustomers).count).toBe(9);
  expect(factOf(facts?.companiesAsking)).toMatchObject({ count: 3, open: 1, lost: 2 });
  expect(factOf(facts?.contacts)).toMatchObject({ count: 2, sponsors: 0 });
});

test('an enthusiastic contact stands alone, a champion without a sponsor; one cleared partner lost its sponsor', () => {
  const contacts = (company: Values) => factOf(demo.facts[company['name'] ?? '']?.contacts);
  const alone = scored().filter((company) => contacts(company).count === 1);
  const without = scored().filter(
    (company) => company['ipp_clearance'] === 'cleared' && contacts(company).sponsors === 0,
  );

  expect(alone.map((company) => contacts(company).people.map(({ roles }) => roles))).toEqual([
    [['champion']],
    [['champion']],
  ]);
  expect(without).toHaveLength(1);
});

test('every technology partner and some of each other type have a partner deal, one deal has no company', () => {
  const deals = demo.records('deals').filter((deal) => deal['pipeline'] === 'partnerships');
  const companies = deals.map((deal) => deal['hs_primary_associated_company'] ?? '');

  expect(companies).toEqual(expect.arrayContaining(ofType('technology').map(({ id }) => id)));
  const types = scored().flatMap(({ id = '', ipp_partner_type: type }) =>
    companies.includes(id) ? [type] : [],
  );
  expect(new Set(types)).toEqual(new Set(PARTNER_TYPES.map(({ key }) => key)));
  expect(companies.filter((company) => company === '')).toHaveLength(1);
  expect(Object.keys(countsOf(deals, 'dealstage')).sort()).toEqual([
    'checks',
    'declined',
    'launched',
    'launching',
    'scoped',
    'scored',
    'sourced',
  ]);
});

test('no name is used twice', () => {
  const companies = demo.records('companies').map(({ name }) => name);

  expect(new Set(companies).size).toBe(companies.length);
});

test('technology partners stand under both published versions, most under the older one', () => {
  expect(countsOf(ofType('technology'), 'ipp_profile_version')).toEqual({
    'technology@1': 19,
    'technology@2': 7,
  });
  expect(countsOf(ofType('referral'), 'ipp_profile_version')).toEqual({ 'referral@1': 6 });
});

test('the portal has published three profiles and its settings, and keeps the draft of a fourth', () => {
  const home = demo.saved.types.find(({ schema }) => schema?.name === 'partner_icp_home');
  const entries = valuesOf(demo.saved, home?.id ?? '');

  // what was published was a draft before, which is deleted
  expect([...new Set(entries.map(({ ipp_key: key }) => key))].sort()).toEqual([
    ...['draft:referral', 'draft:technology', 'policy@1', 'policy@2', 'policy@3', 'policy@4'],
    ...['referral@1', 'technology@1', 'technology@2'],
  ]);
  expect(new Set(entries.map(({ ipp_by: by }) => by)).size).toBe(3);
});

test('the slots of this quarter are used, one of the next, and two partners went deep in the one before', () => {
  const deep = scored().filter(({ ipp_decision: decision }) => decision === 'go-deep');

  expect(countsOf(deep, 'ipp_decision_quarter')).toEqual({ '2026-Q3': 2, '2026-Q4': 2, '2027-Q1': 1 });
  expect(deep.filter(({ ipp_decision_basis: basis = '' }) => !basis.includes('Cleared')).length).toBe(1);
});

test('every decision is found, one of them edited in HubSpot, and some cleared partners have none', () => {
  const decided = scored().filter(({ ipp_decided_at: at = '' }) => at !== '');
  const open = scored().filter(
    ({ ipp_clearance: clearance, ipp_decision: decision = '' }) => clearance === 'cleared' && decision === '',
  );

  expect(countsOf(decided, 'ipp_decision')).toEqual({ 'go-deep': 5, 'go-light': 3, wait: 2, decline: 2 });
  expect(Object.values(demo.decisions).filter((texts) => /Changed outside/.test(texts))).toHaveLength(1);
  expect(Object.values(demo.decisions).filter((texts) => /against the checks/.test(texts))).toHaveLength(1);
  expect(open.length).toBeGreaterThanOrEqual(2);
});

test('one partner is due to be asked again', () => {
  const due = scored().filter(({ ipp_ask_again_on: day = '' }) => day !== '' && day <= '2026-11-20');

  expect(due.map(({ ipp_decision: decision }) => decision)).toEqual(['wait']);
});

const isTime = (value: string) => /^\d{4}-(\d\d-\d\d|Q\d)|profile of \d+ \w+ \d{4}/.test(value);

/** All stored values but days and times. */
function timeless({ records }: Demo) {
  return (['companies', 'contacts', 'deals', 'tasks'] as const).map((type) =>
    records(type).map((record) =>
      Object.entries(record)
        .filter(([, value]) => !isTime(value))
        .sort(),
    ),
  );
}

test('the same seed gives the same portal, on whatever day it is made', async () => {
  const other = await openDemo(DEFAULT_SEED, LATER);

  expect(timeless(other)).toEqual(timeless(demo));
  expect(other.drift).toEqual(demo.drift);
});

test('another seed gives other partners in the same lanes and clearances', async () => {
  const other = await openDemo(2, NOW);
  const names = ({ records }: Demo) => records('companies').map(({ name }) => name);

  expect(names(other)).not.toEqual(names(demo));
  for (const property of ['ipp_clearance', 'ipp_partner_type'])
    expect(countsOf(other.records('companies'), property)).toEqual(
      countsOf(demo.records('companies'), property),
    );
});

test('every seed can be planned, in order and in the past', () => {
  for (let seed = 0; seed < 100; seed++) {
    const times = planDemoPortal(seed, NOW).map(({ at }) => at.getTime());

    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(Math.max(...times)).toBeLessThan(NOW.getTime());
    expect(Math.min(...times)).toBeGreaterThan(openingOf(NOW).getTime());
  }
});

test('histories reach back months, and several people saved', () => {
  const { saved } = demo;
  const companies = saved.types.find(({ id }) => id === '0-2');
  const scorer = companies?.properties.find(({ name }) => name === 'ipp_scored_by')?.slot;
  const saves = (companies?.records ?? []).flatMap(({ values, earlier, writes }) =>
    [...values, ...earlier].flatMap(([slot, by, write]) =>
      slot === scorer ? [{ by, at: writes[write]?.[0] ?? 0 }] : [],
    ),
  );

  expect(new Set(saves.map(({ by }) => by)).size).toBe(5);
  expect(NOW.getTime() - Math.min(...saves.map(({ at }) => at))).toBeGreaterThan(150 * 86_400_000);
});
