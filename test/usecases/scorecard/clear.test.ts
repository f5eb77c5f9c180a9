import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, deleteProperty, editOutside, openPortal, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { firstTime, jane, meanwhile, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('inputs, facts, verdict and trail are emptied, an override stays, and the company was never scored', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_override_lane: 'pass', ipp_override_until: '2999-12-31' });

  const answer = await clearScorecard(portal.context, { companyId, by: omar });

  expect(answer).toMatchObject({ state: 'never-scored', verdict: null, conflicts: [], overwrote: [] });
  expect(await portal.stored(companyId)).toEqual({
    ipp_override_lane: 'pass',
    ipp_override_until: '2999-12-31',
  });
});

test('the history stays and names who cleared it', async () => {
  const companyId = await scoredCompany(portal);

  await clearScorecard(portal.context, { companyId, by: omar });

  const { changes } = await loadScorecard(portal.context, { companyId });
  expect(changes['customer_overlap']).toMatchObject({ by: omar, source: 'our app' });
  expect(await portal.valuesOf(companyId, 'ipp_customer_overlap')).toEqual(['', '5']);
});

test('a repeat is one call and writes nothing', async () => {
  const companyId = await scoredCompany(portal);
  await clearScorecard(portal.context, { companyId, by: omar });

  const calls = await portal.callsDuring(() => clearScorecard(portal.context, { companyId, by: omar }));

  expect(calls).toEqual([`GET /crm/objects/2026-09/companies/${companyId}`]);
});

test('a cleared company can be scored anew, as if for the first time', async () => {
  const companyId = await scoredCompany(portal);
  await clearScorecard(portal.context, { companyId, by: jane });

  const changes = firstTime(workflowTool);
  const { state, trail } = await saveScorecard(portal.context, { companyId, changes, by: omar });

  expect(state).toBe('judged');
  expect(trail).toMatchObject({ scoredBy: omar, previousLane: null });
});

test('values that cannot be read are cleared too', async () => {
  const companyId = await portal.createCompany({ ipp_strategic_fit: '6' });

  await clearScorecard(portal.context, { companyId, by: jane });

  expect(await portal.stored(companyId)).toEqual({});
});

test('a value that came in while it was cleared is gone, and the answer names it', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1 ? editOutside(portal, companyId, { ipp_strategic_fit: '2' }) : Promise.resolve(),
  );

  const { overwrote } = await clearScorecard(context, { companyId, by: omar });

  expect(overwrote).toMatchObject([{ field: 'strategic_fit', lost: 2, change: { source: 'CRM_UI' } }]);
});

test('a field that was filled while it was cleared is emptied too', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1 ? editOutside(portal, companyId, { ipp_shared_customers: '2' }) : Promise.resolve(),
  );

  const { state, overwrote } = await clearScorecard(context, { companyId, by: omar });

  expect(state).toBe('never-scored');
  expect(overwrote).toMatchObject([{ field: 'shared_customers', lost: 2 }]);
});

test('a value that came in after it was cleared stays, and the answer names it', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', (_, count) =>
    count === 1 ? editOutside(portal, companyId, { ipp_strategic_fit: '2' }) : Promise.resolve(),
  );

  const { state, overwrote, conflicts } = await clearScorecard(context, { companyId, by: omar });

  expect(state).toBe('unjudgeable');
  expect(overwrote).toEqual([]);
  expect(conflicts).toMatchObject([{ field: 'strategic_fit', wanted: null, found: 2, written: true }]);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '2' });
});

test('somebody who saved while it was cleared is not named as its author', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1 ? saveField(portal.context, companyId, 'strategic_fit', [4, 2], jane) : Promise.resolve(),
  );

  const { changes } = await clearScorecard(context, { companyId, by: omar });

  expect(changes['customer_overlap']).toMatchObject({ by: omar });
});

test('what a newer app or an unknown profile judged is not cleared', async () => {
  for (const edit of [{ ipp_rules: '3' }, { ipp_profile_version: 'technology@7' }]) {
    const companyId = await scoredCompany(portal);
    await editOutside(portal, companyId, edit);
    const before = await portal.stored(companyId);

    await expect(clearScorecard(portal.context, { companyId, by: omar })).rejects.toThrow(
      'Nothing was written.',
    );

    expect(await portal.stored(companyId)).toEqual(before);
  }
});

test('nothing is cleared while a property is deleted', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    await deleteProperty(other, 'ipp_total');
    const before = await other.stored(companyId);

    await expect(clearScorecard(other.context, { companyId, by: omar })).rejects.toThrow(/ipp_total/);

    expect(await other.stored(companyId)).toEqual(before);
  }));

test('what stands outside our group is left alone', async () => {
  const companyId = await portal.createCompany({ domain: 'brightdesk.example', lifecyclestage: 'customer' });
  await saveField(portal.context, companyId, 'strategic_fit', [null, 3]);

  await clearScorecard(portal.context, { companyId, by: jane });

  const query = { properties: 'name,domain,lifecyclestage' };
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  expect(await portal.outside.send({ method: 'GET', path, query })).toMatchObject({
    properties: { name: 'Brightdesk', domain: 'brightdesk.example', lifecyclestage: 'customer' },
  });
});
