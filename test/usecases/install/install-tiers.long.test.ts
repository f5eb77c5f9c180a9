import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { companyProperties } from '../../../src/crm/properties.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { install, planInstall } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { APP_TOKEN, type Portal, withPortal } from '../../portal.ts';
import { LABELS, LISTS, installedState, writesDuring } from './installed-state.ts';
import { createPipeline } from '../deals/partner-deals.ts';

/** The properties of technology and the record. */
const NEEDED = companyProperties([technology]).length + 1;

const WHOLE = { extent: 'portal' } as const;
const COMPANIES = '/crm/properties/2026-09/companies';

/** How HubSpot says that an account's plan lacks something; the status is documented, the text is ours. */
const NOT_IN_PLAN: Fault = {
  kind: 'status',
  status: 403,
  body: { status: 'error', message: 'This account has no access to it.', category: 'BANNED' },
};

const NO_OBJECTS = {
  name: 'object: Partner ICP entries',
  message: expect.stringMatching(/^This portal's plan has no custom objects\./) as unknown,
};

/** What the sandbox does not refuse by plan, is refused here. */
function withoutLabelsAndLists({ sandbox }: Portal): void {
  for (const path of [/\/contacts\/labels$/, /\/lists\/2026-09$/])
    sandbox.faults.add(NOT_IN_PLAN, { method: 'POST', path, times: 99 });
}

test('Free has room for ten properties: refused with the figures before the first write', () =>
  withPortal({ installed: false, account: { tier: 'free' } }, async (portal) => {
    const writes = await writesDuring(portal, async () => {
      await expect(install(portal.context, WHOLE)).rejects.toMatchObject({
        code: 'no-room',
        message: expect.stringMatching(
          `may have 10 custom properties on companies and has 0; ${NEEDED} more are needed\\..*Nothing was written\\.$`,
        ) as unknown,
      });
      await expect(planInstall(portal.context, WHOLE)).rejects.toMatchObject({ code: 'no-room' });
    });

    expect(writes).toEqual([]);
  }));

test('Starter gets properties and the pipeline; labels and lists are left out with a sentence, asked for once each', () =>
  withPortal({ installed: false, account: { tier: 'starter' } }, async (portal) => {
    withoutLabelsAndLists(portal);

    const calls = await portal.callsDuring(async () => {
      const { created, skipped, clashes } = await install(portal.context, WHOLE);
      expect(created).toContain('pipeline: Partnerships');
      expect(clashes).toEqual([]);
      expect(skipped).toHaveLength(18);
      expect(skipped[0]?.message).toMatch(/^Association labels need a Professional plan or higher/);
      expect(skipped.at(-2)?.message).toMatch(/^Active lists need a plan/);
      expect(skipped.at(-1)?.message).toMatch(/^This portal's plan has no custom objects/);
    });

    const refused = calls.filter((call) => call === `POST ${LABELS}` || call === `POST ${LISTS}`);
    expect(refused).toEqual([`POST ${LABELS}`, `POST ${LISTS}`]);
    expect(await installedState(portal)).toMatchObject({ labels: [], lists: [] });
  }));

test('Starter with both of its pipelines in use goes without ours, and says so with the figures', () =>
  withPortal({ installed: false, account: { tier: 'starter' } }, async (portal) => {
    await createPipeline(portal, 'Renewals');

    const { skipped } = await install(portal.context, WHOLE);

    expect(skipped).toEqual([
      {
        name: 'pipeline: Partnerships',
        message: expect.stringMatching(/may have 2 deal pipelines and has 2.*--pipeline/) as unknown,
      },
      NO_OBJECTS,
    ]);
    await expect(install(portal.context, { ...WHOLE, pipeline: 'Partnerships' })).rejects.toMatchObject({
      code: 'no-room',
    });
    expect((await install(portal.context, { ...WHOLE, pipeline: 'Renewals' })).skipped).toEqual([NO_OBJECTS]);
  }));

test.each([
  ['professional', 'everything but a home for profiles of its own', [NO_OBJECTS]],
  ['enterprise', 'everything', []],
] as const)('%s gets %s', (tier, _, left) =>
  withPortal({ installed: false, account: { tier } }, async (portal) => {
    const { skipped, clashes } = await install(portal.context, WHOLE);

    expect({ skipped, clashes }).toEqual({ skipped: left, clashes: [] });
  }),
);

test('a portal that grows into a larger plan gets the rest with the next run', () =>
  withPortal({ installed: false }, async (portal) => {
    withoutLabelsAndLists(portal);
    const first = await install(portal.context, WHOLE);
    portal.sandbox.faults.clear();

    const { created } = await install(portal.context, WHOLE);

    expect(created).toEqual(first.skipped.map(({ name }) => name));
  }));

test('a portal that may not even see labels and lists is planned without them', () =>
  withPortal({ installed: false }, async (portal) => {
    portal.sandbox.faults.add(NOT_IN_PLAN, { path: '/contacts/labels', times: 99 });
    portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: '/lists/', times: 99 });

    const { skipped } = await install(portal.context, WHOLE);

    expect(skipped).toHaveLength(17);
    expect(skipped.at(-1)?.message).toMatch(/it needs the scope crm\.objects\.companies\.write/);
  }));

const OBJECTS = ['companies', 'deals'].flatMap((type) => [
  `crm.objects.${type}.read`,
  `crm.objects.${type}.write`,
  `crm.schemas.${type}.read`,
  `crm.schemas.${type}.write`,
]);
const CUSTOM_SCOPES = [
  ...['crm.objects.custom.read', 'crm.objects.custom.write'],
  ...['crm.schemas.custom.read', 'crm.schemas.custom.write'],
];
const LIST_SCOPES = ['crm.lists.read', 'crm.lists.write'];

/** A portal whose app has these scopes and no others. */
function withScopes(scopes: readonly string[], run: (portal: Portal) => Promise<void>): Promise<void> {
  const app = { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711', scopes };
  const user = { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
  return withPortal({ installed: false, tokens: [app, user] }, run);
}

test('the scopes of companies, deals, lists and custom objects are all that an installation and a removal need', () =>
  withScopes([...OBJECTS, ...LIST_SCOPES, ...CUSTOM_SCOPES], async (portal) => {
    const { skipped } = await install(portal.context, WHOLE);
    const keepLog = () => Promise.resolve();
    const { stayed } = await uninstall(portal.context, { deleteValues: true, keepLog });

    expect({ skipped, stayed }).toEqual({ skipped: [], stayed: [] });
  }));

test('an app without the scopes of lists installs the rest, and names the scope', () =>
  withScopes([...OBJECTS, ...CUSTOM_SCOPES], async (portal) => {
    const { skipped } = await install(portal.context, WHOLE);

    expect(skipped).toHaveLength(14);
    expect(skipped[0]?.message).toMatch(/it needs the scope crm\.lists\.read/);
  }));

test('limits that cannot be read stop nothing', () =>
  withPortal({ installed: false }, async (portal) => {
    portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: '/crm/limits/', times: 99 });
    portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: '/account-info/', times: 99 });

    const { room, account } = await planInstall(portal.context, WHOLE);

    expect({ room, account }).toEqual({ room: null, account: null });
    expect((await install(portal.context, WHOLE)).clashes).toEqual([]);
  }));

/** Fills a portal with properties of its own, up to 49 below what it may have. */
async function fillPortal(portal: Portal, count: number): Promise<void> {
  for (let start = 0; start < count; start += 100) {
    const inputs = Array.from({ length: Math.min(100, count - start) }, (_, index) => ({
      ...{
        name: `theirs_${start + index}`,
        label: `Theirs ${start + index}`,
        groupName: 'companyinformation',
      },
      ...{ type: 'string', fieldType: 'text' },
    }));
    await portal.outside.send({ method: 'POST', path: `${COMPANIES}/batch/create`, body: { inputs } });
  }
}

test('a full portal is refused with the figures; one property deleted, it is installed', () =>
  withPortal({ installed: false, account: { accountType: 'STANDARD' } }, async (portal) => {
    await fillPortal(portal, 1_001 - NEEDED);

    const writes = await writesDuring(portal, async () => {
      await expect(install(portal.context, WHOLE)).rejects.toMatchObject({
        code: 'no-room',
        message: expect.stringContaining(
          `may have 1,000 custom properties on companies and has ${1_001 - NEEDED}; ${NEEDED} more are needed`,
        ) as unknown,
      });
      await expect(install(portal.context)).rejects.toMatchObject({ code: 'no-room' });
    });
    await portal.outside.send({ method: 'DELETE', path: `${COMPANIES}/theirs_0` });
    const { created } = await install(portal.context, WHOLE);
    const again = await install(portal.context, WHOLE);

    expect(writes).toEqual([]);
    expect(created).toContain('ipp_lane');
    expect(again).toMatchObject({ created: [], clashes: [] });
  }));
