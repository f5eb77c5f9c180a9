import fc from 'fast-check';

import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import type { PolicyHome } from '../../../src/contract/policy-home.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { HOME, aDraft, anEntry, deleteEntry, editEntry, recordsOf } from './a-home.ts';

const OTHERWISE: Partial<Switches> = {
  ...{ takenUniqueValue: 'sentence', simultaneousUniqueValue: 'both-kept', upsertOtherValue: 'refused' },
  ...{ clearedValueReads: 'null', datedPartialStatus: 200, repeatedArchiveStatus: 404 },
};

describe.each([
  ['as HubSpot is taken to be', {}],
  ['where two simultaneous creates of a key are both kept, and refusals are worded otherwise', OTHERWISE],
])('a home %s', (_, switches) => {
  let portal: Portal;
  let home: PolicyHome;
  beforeAll(async () => {
    portal = await openPortal({ types: ['technology'], home: true, switches });
    home = portal.context.home;
  });
  afterAll(() => portal.close());
  afterEach(() => portal.sandbox.faults.clear());

  const readOne = async (key: string) => (await home.read([key]))?.get(key);

  test('an entry reads as it was written, whatever characters it has', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.record({ body: fc.json(), by: text, reason: text }), async (given) => {
        const wanted = anEntry(given);

        expect(await home.insert(wanted)).toBe('inserted');

        expect(await readOne(wanted.key)).toMatchObject({ body: wanted.body, isIntact: true });
      }),
      { numRuns: 15 },
    );
  });

  test('65,536 characters are kept, and one more is refused before anything is sent', async () => {
    const long = anEntry({ body: JSON.stringify('x'.repeat(65_534)) });
    expect(await home.insert(long)).toBe('inserted');

    const calls = await portal.callsDuring(async () => {
      await expect(home.insert(anEntry({ body: `${long.body} ` }))).rejects.toMatchObject({
        code: 'invalid-request',
      });
    });

    expect(calls).toEqual([]);
  });

  test('of many inserts of a key at the same time one wins, and one record stays', async () => {
    const rivals = ['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((by) => ({ ...anEntry(), key: 'policy@9001', by }));

    const outcomes = await Promise.all(rivals.map((rival) => home.insert(rival)));

    const won = rivals.filter((_rival, index) => outcomes[index] === 'inserted');
    expect(won).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(4);
    expect(await readOne('policy@9001')).toMatchObject({ by: won[0]?.by, isIntact: true });
    expect(await recordsOf(portal, 'policy@9001')).toHaveLength(1);
  });

  test.each([
    ['before it arrived', 'before'],
    ['after it was kept', 'after'],
  ] as const)('an insert whose answer is lost %s has won, once', async (_when, write) => {
    const wanted = anEntry();
    portal.sandbox.faults.add({ kind: 'reset', write }, { method: 'POST', path: new RegExp(`${HOME}$`) });

    expect(await home.insert(wanted)).toBe('inserted');

    expect(portal.sandbox.faults.waiting()).toBe(0);
    expect(await recordsOf(portal, wanted.key)).toHaveLength(1);
  });

  test('an insert whose answer is lost, of a key that another holds, has lost and leaves no record', async () => {
    const first = anEntry();
    await home.insert(first);
    const fault: Fault = { kind: 'reset', write: 'after' };
    portal.sandbox.faults.add(fault, { method: 'POST', path: new RegExp(`${HOME}$`) });

    expect(await home.insert({ ...first, by: 'Bo Ray' })).toBe('taken');

    expect(await recordsOf(portal, first.key)).toHaveLength(1);
    expect((await readOne(first.key))?.by).toBe('Ann Lee');
  });

  test('what HubSpot does not say is no absence: a batch that fails or leaves a key out is a failure', async () => {
    const there = anEntry();
    await home.insert(there);
    const keys = [there.key, 'policy@777'];

    for (const fault of [FAULT_ANSWERS.serverError, { kind: 'truncate' } as const]) {
      portal.sandbox.faults.add(fault, { path: '/batch/read', times: 99 });
      await expect(home.read(keys)).rejects.toMatchObject({ code: 'unavailable' });
      portal.sandbox.faults.clear();
    }

    expect([...((await home.read(keys)) ?? [])].map(([key]) => key)).toEqual([there.key]);
  });

  test('250 keys are read in batches of a hundred', async () => {
    const keys = Array.from({ length: 250 }, (_key, index) => `policy@${5_000 + index}`);

    const calls = await portal.callsDuring(async () => {
      expect((await home.read(keys))?.size).toBe(0);
    });

    expect(calls).toHaveLength(3);
  });

  test('an edit of any part by hand is seen, and restored from the history', async () => {
    const edits = [
      ...[{ ipp_body: '{"version":99}' }, { ipp_by: 'Eve' }, { ipp_reason: '' }, { ipp_checksum: 'x' }],
      ...[{ ipp_kind: 'profile' }, { ipp_at: '2020-01-01T00:00:00Z' }, { ipp_company: '7' }],
      ...[{ ipp_kind: '', ipp_body: '', ipp_checksum: '' }],
    ];
    for (const properties of edits) {
      const wanted = anEntry();
      await home.insert(wanted);
      await editEntry(portal, wanted.key, properties);
      expect(await readOne(wanted.key)).toMatchObject({ isIntact: false, kind: 'policy' });

      expect(await home.restore([wanted.key])).toEqual({ restored: [wanted.key], lost: [] });

      expect(await readOne(wanted.key)).toMatchObject({ ...wanted, isIntact: true });
    }
  });

  test('an entry whose key was edited, and a deleted one, come back under their keys', async () => {
    const [moved, deleted, intact] = [anEntry(), anEntry(), anEntry()];
    for (const each of [moved, deleted, intact]) await home.insert(each);
    await editEntry(portal, moved.key, { ipp_key: 'policy@moved' });
    await deleteEntry(portal, deleted.key);

    const outcome = await home.restore([moved.key, deleted.key, intact.key, 'technology@404']);

    expect(outcome).toEqual({ restored: [moved.key, deleted.key], lost: ['technology@404'] });
    expect(await readOne(moved.key)).toMatchObject({ ...moved, isIntact: true });
    expect(await readOne(deleted.key)).toMatchObject({ ...deleted, isIntact: true });
  });

  test('drafts are written over, listed by kind, found by company and deleted; a second deletion is none', async () => {
    const draft = aDraft({ companyId: '640' });
    await home.put(draft);
    await home.put({ ...draft, body: '{"strategic_fit":4}' });

    expect(await readOne(draft.key)).toMatchObject({ body: '{"strategic_fit":4}', isIntact: true });
    expect(await recordsOf(portal, draft.key)).toHaveLength(1);
    expect((await home.draftsOf('640')).map(({ key }) => key)).toEqual([draft.key]);
    expect((await home.list('scorecard-draft'))?.map(({ key }) => key)).toContain(draft.key);
    expect((await home.list('policy'))?.some(({ key }) => key === draft.key)).toBe(false);

    await home.remove([draft.key]);
    await home.remove([draft.key]);
    expect(await readOne(draft.key)).toBeUndefined();
  });

  test('two first writes of a draft at the same time leave one record', async () => {
    const draft = aDraft();

    await Promise.all([home.put(draft), home.put({ ...draft, body: '[]' })]);
    expect(await recordsOf(portal, draft.key)).toHaveLength(1);
  });

  test('an entry of a kind that a later version adds is left alone', async () => {
    const path = '/crm/properties/2026-09/p_partner_icp_home/ipp_kind';
    const { options } = (await portal.outside.send({ method: 'GET', path })) as { options: object[] };
    const later = { value: 'decision', label: 'Decision', displayOrder: 9, hidden: false };
    await portal.outside.send({ method: 'PATCH', path, body: { options: [...options, later] } });
    const properties = { ipp_key: 'decision:1', ipp_kind: 'decision' };
    await portal.outside.send({ method: 'POST', path: HOME, body: { properties, associations: [] } });

    expect(await readOne('decision:1')).toBeUndefined();
    expect((await home.list('scorecard-draft'))?.some(({ key }) => key === 'decision:1')).toBe(false);
    expect(await recordsOf(portal, 'decision:1')).toHaveLength(1);
  });
});
