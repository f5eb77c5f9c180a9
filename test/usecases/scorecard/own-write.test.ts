import { CrmError } from '../../../src/crm/client/errors.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { jane, meanwhile, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

/** Savers whose writes land in the given order; all of them read before anybody wrote. */
async function landings(companyId: string, values: Readonly<Record<string, number>>, seen: number | null) {
  const order = Object.keys(values);
  const landed = new Map(order.map((name) => [name, deferred()]));
  const read = order.map(() => deferred());
  const allRead = Promise.all(read.map(({ promise }) => promise));
  const saves = order.map(async (by, index) => {
    let isFirstRead = true;
    const crm: Crm = {
      async send(request) {
        if (request.method === 'PATCH') {
          await allRead;
          await landed.get(order[index - 1] ?? '')?.promise;
        }
        const answer = await portal.context.crm.send(request);
        if (isFirstRead) read[index]?.resolve();
        isFirstRead = false;
        if (request.method === 'PATCH') {
          landed.get(by)?.resolve();
          await landed.get(order.at(-1) ?? '')?.promise;
        }
        return answer;
      },
    };
    const changes = { strategic_fit: { seen, value: values[by] } };
    return [by, await saveScorecard({ ...portal.context, crm }, { companyId, changes, by })] as const;
  });
  return Object.fromEntries(await Promise.all(saves));
}

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test('each of four savers is told the value that theirs replaced, also where values come twice', async () => {
  const companyId = await portal.createCompany();

  const answers = await landings(companyId, { dora: 2, ann: 4, bob: 3, cleo: 4 }, null);

  const told = Object.fromEntries(
    Object.entries(answers).map(([by, { overwrote }]) => [
      by,
      overwrote.map(({ lost, change }) => [lost, change.by]),
    ]),
  );
  expect(told).toEqual({ dora: [], ann: [[2, 'dora']], bob: [[4, 'ann']], cleo: [[3, 'bob']] });
});

test('whoever wrote first replaced nothing, although the same value comes again later', async () => {
  const companyId = await scoredCompany(portal);

  const { ann } = await landings(companyId, { ann: 5, bob: 3, cleo: 5 }, 4);

  expect(ann?.overwrote).toEqual([]);
  expect(ann?.conflicts).toEqual([]);
});

test('a saver whose value is gone on reading back is told whose stands there', async () => {
  const companyId = await scoredCompany(portal);

  const { ann } = await landings(companyId, { ann: 5, bob: 3 }, 4);

  expect(ann?.conflicts).toMatchObject([
    { field: 'strategic_fit', seen: 4, wanted: 5, found: 3, written: true, change: { by: 'bob' } },
  ]);
});

test('a value that a workflow sets back before it is read back is no success', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', (_, count) =>
    count === 1 ? editOutside(portal, companyId, { ipp_strategic_fit: '4' }) : Promise.resolve(),
  );

  const answer = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(answer.conflicts).toMatchObject([
    { field: 'strategic_fit', seen: 4, wanted: 5, found: 4, written: true, change: { source: 'CRM_UI' } },
  ]);
  expect(answer.verdict?.total).toBe(430);
});

test('a text that is changed before it is read back is no success either', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', (_, count) =>
    count === 1
      ? editOutside(portal, companyId, { ipp_strategic_fit_evidence: 'see the wiki' })
      : Promise.resolve(),
  );

  const { conflicts } = await saveField(context, companyId, 'strategic_fit_evidence', ['', 'counted']);

  expect(conflicts).toMatchObject([{ field: 'strategic_fit_evidence', found: 'see the wiki' }]);
});

test('saving once more after a lost answer tells what the first save replaced', async () => {
  const companyId = await scoredCompany(portal);
  let isLost = false;
  const lost = meanwhile(portal, 'before', async (_, count) => {
    if (count === 1) await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);
    isLost = true;
  });
  const dying: Context = {
    ...lost,
    crm: {
      send: async (request) => {
        if (isLost && request.method === 'GET')
          throw new CrmError('unavailable', 'HubSpot cannot be reached. Try again in a minute.');
        return lost.crm.send(request);
      },
    },
  };
  await expect(saveField(dying, companyId, 'strategic_fit', [4, 5])).rejects.toMatchObject({
    code: 'unknown-outcome',
  });

  const again = await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  expect(again.overwrote).toMatchObject([{ field: 'strategic_fit', lost: 2, change: { by: omar } }]);
  expect(await portal.valuesOf(companyId, 'ipp_strategic_fit')).toEqual(['5', '2', '4']);
});

test('saving once more tells it too where somebody has written again meanwhile', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar),
  );
  await saveField(context, companyId, 'strategic_fit', [4, 5]);
  await saveField(portal.context, companyId, 'strategic_fit', [5, 1], omar);

  const again = await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  expect(again.conflicts).toMatchObject([{ field: 'strategic_fit', found: 1 }]);
  expect(again.overwrote).toMatchObject([{ lost: 2 }]);
});

test('the same save by somebody else is told nothing of what was replaced', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar),
  );
  await saveField(context, companyId, 'strategic_fit', [4, 5]);

  const { overwrote } = await saveField(portal.context, companyId, 'strategic_fit', [4, 5], omar);

  expect(overwrote).toEqual([]);
});

test("a value that the same person saved meanwhile is nobody else's loss", async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1 ? saveField(portal.context, companyId, 'strategic_fit', [4, 2], jane) : Promise.resolve(),
  );

  const { overwrote } = await saveField(context, companyId, 'strategic_fit', [4, 5], jane);

  expect(overwrote).toEqual([]);
});

test('the author is right where another saver came between read and write', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1 ? saveField(portal.context, companyId, 'customer_overlap', [5, 4], omar) : Promise.resolve(),
  );

  const { changes, trail } = await saveField(context, companyId, 'strategic_fit', [4, 5], jane);

  expect(changes['strategic_fit']).toMatchObject({ by: jane });
  expect(changes['customer_overlap']).toMatchObject({ by: omar });
  expect(trail.scoredBy).toBe(jane);
});

test('the lane before is repaired from the history after a race', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1 ? saveField(portal.context, companyId, 'customer_overlap', [5, 1], omar) : Promise.resolve(),
  );

  // Jane read deep; Omar makes it fast before her write, and both together make it pass.
  await saveScorecard(context, {
    companyId,
    changes: {
      product_complementarity: { seen: 5, value: 1 },
      distribution_reach: { seen: 3, value: 1 },
    },
    by: jane,
  });

  const lanes = await portal.valuesOf(companyId, 'ipp_lane');
  expect(lanes[0]).toBe('pass');
  expect(await portal.stored(companyId)).toMatchObject({ ipp_previous_lane: lanes[1] });
});
