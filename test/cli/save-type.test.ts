import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import type { Limiter } from '../../src/crm/client/request.ts';
import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load.ts';
import { APP_TOKEN, type Portal, deleteProperty, editOutside, openPortal } from '../portal.ts';
import { ratedAs } from '../usecases/scorecard/partners-of-types.ts';
import { type Ran, runIcp } from './run-icp.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const BY = ['--by', 'jane@example.com'];

const env = () => ({ HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });

function icp(...args: string[]): Promise<Ran> {
  return runIcp(args, env());
}

function save(companyId: string, ...args: string[]): Promise<Ran> {
  return icp('save', companyId, ...BY, ...args);
}

test.each(PARTNER_TYPES)(
  'a $key is saved in one call with its type, and loaded again',
  async ({ key, label, category }) => {
    const companyId = await portal.createCompany();
    const profile = SHIPPED_PROFILES.find(({ type }) => type === key);
    const ratings = profile?.dimensions.flatMap((dimension) => ['--set', `${dimension.key}=5`]) ?? [];

    const saved = await save(companyId, '--type', key, ...ratings);
    const loaded = await icp('load', companyId);

    const first = `Brightdesk (${companyId}) · ${label} (${category})\n`;
    const headline = `Deep · ${profile?.lanes.deep.label ?? ''} · 500 of 500 · `;
    expect(saved).toMatchObject({ exit: 0, stderr: '' });
    expect(saved.stdout.startsWith(first + headline)).toBe(true);
    expect(loaded.stdout).toBe(saved.stdout);
    expect(loaded.stdout).toMatch(/, by the profile .+, as shipped\n/);
    expect(await portal.stored(companyId)).toMatchObject({ ipp_partner_type: key, ipp_lane: 'deep' });
  },
);

test('another type says what it would empty, and empties it once that is agreed to', async () => {
  const companyId = await ratedAs(portal, 'reseller');
  await save(companyId, '--check', 'vanity-logo=clear', '--note', 'vanity-logo=Two deals seen');
  const before = await portal.stored(companyId);
  const change = ['--type', 'solution', '--set', 'role_criteria=2', '--set', 'people=4'];

  const refused = await save(companyId, ...change);
  expect(refused).toMatchObject({ exit: 2, stdout: '' });
  expect(refused.stderr).toMatch(
    /^--type: changing Reseller to Solution partner empties ratings of one type and opens clear checks: compatibility \(5\), collaboration_support \(4\), check_vanity_logo \(clear\)\. Repeat the command with --empty/,
  );
  expect(refused.stderr.trimEnd()).not.toContain('\n');
  expect(await portal.stored(companyId)).toEqual(before);

  const changed = await save(companyId, ...change, '--empty');
  expect(changed.exit).toBe(0);
  expect(changed.stdout).toMatch(/^Brightdesk \(\d+\) · Solution partner \(service\)\n/);
  expect(changed.stdout).toMatch(/! People was rated for another type.* confirm it for solution partner/);
  const stored = await portal.stored(companyId);
  expect(stored).toMatchObject({ ipp_role_criteria: '2', ipp_people: '4', ipp_market_access: '3' });
  expect(stored).not.toHaveProperty('ipp_compatibility');
  expect(stored).toMatchObject({
    ipp_role_criteria_evidence: 'role_criteria seen',
    ipp_check_vanity_logo: 'open',
    ipp_check_vanity_logo_note: 'Two deals seen',
    ipp_to_confirm: 'people',
  });

  const repeated = await save(companyId, ...change, '--empty');
  expect(repeated.stdout).toBe(changed.stdout);
  expect(await portal.stored(companyId)).toEqual(stored);

  const confirmed = await save(companyId, '--set', 'to_confirm=-');
  expect(confirmed.stdout).not.toMatch(/confirm it/);
  expect(await portal.stored(companyId)).not.toHaveProperty('ipp_to_confirm');
});

test('where everything of the earlier type is answered anew, nothing has to be agreed to', async () => {
  const companyId = await portal.createCompany();
  await save(companyId, '--type', 'oem', '--set', 'compatibility=4', '--set', 'people=3');

  const { exit, stdout } = await save(companyId, '--type', 'marketing', '--set', 'compatibility=2');

  expect({ exit, marketing: stdout.includes('Marketing partner (marketing)') }).toEqual({
    exit: 0,
    marketing: true,
  });
  expect(await portal.stored(companyId)).toMatchObject({ ipp_compatibility: '2' });
});

/** Runs a save during which somebody else edits the company, between its first reading and the next call. */
async function saveWhile(companyId: string, edit: Record<string, string>, ...args: string[]): Promise<Ran> {
  const reads = () =>
    portal.sandbox.journal
      .entries()
      .filter(({ method, path }) => method === 'GET' && path.includes(`companies/${companyId}`)).length;
  const before = reads();
  let isEdited = false;
  const limiter: Limiter = {
    take: async () => {
      if (!isEdited && reads() > before) {
        isEdited = true;
        await editOutside(portal, companyId, edit);
      }
      return 'go';
    },
    learn: () => undefined,
    refused: () => undefined,
  };
  return runIcp(['save', companyId, ...BY, ...args], env(), { transport: { ...DEFAULT_TRANSPORT, limiter } });
}

test('a type that somebody else changed between reading and saving holds a rating back, and it is said', async () => {
  const companyId = await ratedAs(portal, 'reseller');

  const edit = { ipp_partner_type: 'oem', ipp_profile_version: 'oem@0' };
  const { exit, stdout } = await saveWhile(companyId, edit, '--set', 'role_criteria=1');

  expect(exit).toBe(2);
  expect(stdout).toMatch(/! Not saved: partner_type was reseller, and is oem now, edited outside/);
  expect(stdout).toMatch(/! Not saved with it: role_criteria stays 5\./);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_role_criteria: '5', ipp_scored_by: BY[1] });
});

test("two who start the same scorecard at once do not stand in each other's way", async () => {
  const companyId = await portal.createCompany();

  const edit = { ipp_partner_type: 'technology' };
  const { stdout } = await saveWhile(companyId, edit, '--set', 'strategic_fit=4');

  expect(stdout).not.toMatch(/Not saved/);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '4' });
});

test('other types are set and taken away, and are shown', async () => {
  const companyId = await portal.createCompany();

  const set = await save(companyId, '--type', 'oem', '--other-types', 'reseller,marketing');
  const none = await save(companyId, '--other-types', '-');

  expect(set.stdout).toMatch(/ · OEM partner \(channel\) · also Reseller, Marketing partner\n/);
  expect(none.stdout).toMatch(/ · OEM partner \(channel\)\n/);
  expect(await portal.valuesOf(companyId, 'ipp_other_types')).toEqual(['', 'reseller;marketing']);
});

test('a rating of a company whose type cannot be read leaves that type alone', async () => {
  const path = '/crm/properties/2026-09/companies/ipp_partner_type';
  const { options } = (await portal.outside.send({ method: 'GET', path })) as { options: object[] };
  const distributor = { value: 'distributor', label: 'Distributor' };
  await portal.outside.send({ method: 'PATCH', path, body: { options: [...options, distributor] } });
  const companyId = await portal.createCompany({ ipp_partner_type: 'distributor' });

  const { stdout } = await save(companyId, '--set', 'strategic_fit=4');
  const chosen = await save(companyId, '--type', 'technology');

  expect(stdout).toMatch(/^Brightdesk \(\d+\)\nThere is no verdict:\n/);
  expect(stdout).toMatch(/! Partner type holds "distributor", which is no partner type/);
  expect(chosen.stdout).toMatch(/Technology partner \(product\)\nNeeds answers · /);
  expect(await portal.valuesOf(companyId, 'ipp_partner_type')).toEqual(['technology', 'distributor']);
});

test('bad input about types ends with 2 and one sentence, with nothing written', async () => {
  const companyId = await portal.createCompany();
  const expected: [string[], RegExp][] = [
    [
      ['--type', 'distributor'],
      /^--type: "distributor" is no partner type\. Choose one of technology, .*\.\n$/,
    ],
    [['--type', ''], /^--type: "" is no partner type/],
    [['--other-types', 'oem,nobody'], /^--other-types: "nobody" is no partner type\. Choose one of /],
    [['--empty', '--set', 'people=4'], /^--empty: only another partner type empties answers\. Give --type/],
    [['--set', 'partner_type=oem'], /^--set: partner_type is set with --type\.\n$/],
    [['--set', 'other_types=oem'], /^--set: other_types is set with --other-types\.\n$/],
    [['--set', 'people=4'], /^--set: "people" is not known\. Choose from .*customer_overlap/],
    [['--type', 'oem', '--set', 'customer_overlap=4'], /^--set: "customer_overlap" is not known\. .*people/],
    [['--type', 'oem', '--check', 'dead-api=clear'], /^--check: "dead-api" is not known\. .*vanity-logo/],
    [[], /^save: nothing to save\. Give .*--type/],
  ];

  const ran = await Promise.all(expected.map(([args]) => save(companyId, ...args)));

  for (const [index, { exit, stderr }] of ran.entries()) {
    expect(stderr).toMatch(expected[index]?.[1] ?? '');
    expect(exit).toBe(2);
  }
  expect(await portal.stored(companyId)).toEqual({});
});

test('the answer as JSON carries type, what is to be confirmed and the conflicts', async () => {
  const companyId = await ratedAs(portal, 'referral');

  const { stdout } = await save(companyId, '--type', 'broker-agent', '--empty', '--json');

  expect(JSON.parse(stdout)).toMatchObject({
    profileVersion: 'broker-agent@0',
    scorecard: {
      type: 'broker-agent',
      ratings: { people: 4, role_criteria: null },
      toConfirm: ['people'],
    },
    writtenFor: { people_evidence: 'referral', market_access_evidence: 'referral' },
    conflicts: [],
  });
});

test('a deleted property and a type changed in HubSpot are named on loading', async () => {
  const companyId = await ratedAs(portal, 'fulfillment');
  await editOutside(portal, companyId, { ipp_partner_type: 'solution' });

  const { exit, stdout } = await icp('load', companyId);
  const back = await save(companyId, '--type', 'fulfillment');
  await deleteProperty(portal, 'ipp_people_evidence');
  const lacking = await icp('load', companyId);

  expect(exit).toBe(0);
  expect(stdout).toMatch(
    /There is no verdict:\n! The scorecard was judged by the profile "Fulfillment partner, as shipped", .* Solution partner outside/,
  );
  expect(back.stdout).toMatch(/Fulfillment partner \(service\)\n\S/);
  expect(lacking.stdout).toMatch(
    /! Not in this portal, deleted in HubSpot or new in this version: ipp_people_evidence\. Run: icp install/,
  );
  const { profile } = await loadScorecard(portal.context, { companyId });
  expect(profile.type).toBe('fulfillment');
});
