import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { homeSchema } from '../../../src/crm/home-object.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { withPortal } from '../../portal.ts';
import { anEntry } from '../policy/a-home.ts';
import { SCHEMAS, objectsOf } from './installed-state.ts';

const WHOLE = { types: ['technology'], extent: 'portal' } as const;
const NAME = 'object: Partner ICP entries';

test('the OAuth edition neither asks for a custom object nor makes one', () =>
  withPortal({ installed: false }, async (portal) => {
    const calls = await portal.callsDuring(() => install(portal.context, { ...WHOLE, edition: 'oauth' }));

    expect(calls.filter((call) => /schemas|custom-object/.test(call))).toEqual([]);
    expect(await objectsOf(portal)).toEqual([]);
  }));

test('an object of the name that another made is a clash, is never read, and the shipped profiles hold', () =>
  withPortal({ installed: false }, async (portal) => {
    const body = { ...homeSchema(), description: 'Icons of partner homes' };
    await portal.outside.send({ method: 'POST', path: SCHEMAS, body });
    const { clashes } = await install(portal.context, WHOLE);
    const companyId = await portal.createCompany();

    const calls = await portal.callsDuring(() => loadScorecard(portal.context, { companyId }));

    expect(clashes).toEqual([
      { name: NAME, message: expect.stringContaining('that Partner ICP did not make') as unknown },
    ]);
    expect(calls.filter((call) => call.includes('partner_icp_home'))).toEqual([]);
    expect(await portal.context.home.insert(anEntry())).toBe('no-home');
  }));

test('a property of it that somebody deleted comes back', () =>
  withPortal({ types: ['technology'], home: true }, async (portal) => {
    const path = '/crm/properties/2026-09/p_partner_icp_home/ipp_reason';
    await portal.outside.send({ method: 'DELETE', path });

    const { repaired } = await install(portal.context, WHOLE);

    expect(repaired).toContain(NAME);
    await portal.outside.send({ method: 'GET', path });
    expect((await install(portal.context, WHOLE)).repaired).toEqual([]);
  }));

test('a deleted object is a failure and no empty policy, until it is deleted for good', () =>
  withPortal({ types: ['technology'], home: true }, async (portal) => {
    const companyId = await portal.createCompany();
    await portal.outside.send({ method: 'DELETE', path: `${SCHEMAS}/p_partner_icp_home` });
    await expect(loadScorecard(portal.context, { companyId })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('cannot be found') as unknown,
    });

    const { clashes } = await install(portal.context, WHOLE);
    await uninstall(portal.context, { keepLog: () => Promise.resolve() });
    const again = await install(portal.context, WHOLE);

    expect(clashes[0]?.message).toMatch(/was deleted.*--delete-policy FILE/);
    expect(again).toMatchObject({ clashes: [] });
    expect(again.created).toContain(NAME);
    expect(await portal.context.home.insert(anEntry())).toBe('inserted');
  }));

test('a portal that has used up its custom objects is told so, and works on', () =>
  withPortal({ installed: false, account: { accountType: 'STANDARD' } }, async (portal) => {
    for (let count = 0; count < 10; count++)
      await portal.outside.send({
        ...{ method: 'POST', path: SCHEMAS, body: { ...homeSchema(), name: `theirs_${count}` } },
      });

    const { skipped } = await install(portal.context, WHOLE);

    expect(skipped).toEqual([
      { name: NAME, message: expect.stringMatching(/may have 10 custom objects and has 10/) as unknown },
    ]);
  }));

test('an uninstallation leaves the log, and the next installation takes it over', () =>
  withPortal({ types: ['technology'], home: true }, async (portal) => {
    const entry = anEntry();
    await portal.context.home.insert(entry);

    const { stayed } = await uninstall(portal.context, { deleteValues: true });
    const { unchanged } = await install(portal.context, WHOLE);

    expect(stayed).toContainEqual({
      name: NAME,
      message: expect.stringContaining('--delete-policy') as unknown,
    });
    expect(unchanged).toContain(NAME);
    expect((await portal.context.home.read([entry.key]))?.get(entry.key)).toMatchObject(entry);
  }));

test('the log is written out before it is deleted; where that fails nothing is taken away', () =>
  withPortal({ types: ['technology'], home: true }, async (portal) => {
    const entry = anEntry();
    await portal.context.home.insert(entry);
    const before = await objectsOf(portal);
    await expect(
      uninstall(portal.context, { keepLog: () => Promise.reject(new Error('full')) }),
    ).rejects.toThrow();
    expect(await objectsOf(portal)).toEqual(before);

    const kept: string[] = [];
    const keepLog = (lines: readonly string[]) => Promise.resolve(void kept.push(...lines));
    const { removed } = await uninstall(portal.context, { keepLog });

    expect(kept.map((line) => JSON.parse(line) as unknown)).toEqual([{ ...entry, isIntact: true }]);
    expect(removed).toContain(NAME);
    expect(await objectsOf(portal)).toEqual([]);
  }));

test('without the scope the object is skipped with the scope named, and the rest is installed', () =>
  withPortal({ installed: false }, async (portal) => {
    portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: '/crm-object-schemas/', times: 99 });

    const { skipped, created } = await install(portal.context, WHOLE);

    expect(skipped.map(({ name }) => name)).toEqual([NAME]);
    expect(created).toContain('ipp_lane');
  }));
