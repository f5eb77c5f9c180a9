import { EmptyState, ErrorState } from '@hubspot/ui-extensions';
import fc from 'fast-check';

import { chunksOf } from '../../../extensions/list-triage/state/chunks.ts';
import { begunParts, reduceParts } from '../../../extensions/list-triage/state/parts.ts';
import { workflowTool } from '../../worked-example.ts';
import { openTriage, partner } from './open-triage.tsx';

const partners = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => partner(from + index, `Partner ${from + index}`, workflowTool));

test('100 companies with ids of 12 digits take one search of at most 3,000 characters', async () => {
  const panel = await openTriage(partners(100, 100_000_000_001));

  expect(panel.requests).toHaveLength(1);
  for (const request of panel.requests) expect(JSON.stringify(request).length).toBeLessThanOrEqual(3_000);
  expect(panel.words()).toContain('100 of 100 ranked.');
});

test('every id is asked for once, by searches of at most 100 ids and 3,000 characters, however long ids are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 16n }), { maxLength: 1_000 }), (numbers) => {
      const ids = numbers.map(String);
      const chunks = chunksOf(ids, 850);
      expect(chunks.flat()).toEqual(ids);
      for (const chunk of chunks) {
        expect(chunk.length).toBeLessThanOrEqual(100);
        expect(850 + JSON.stringify(chunk).length).toBeLessThanOrEqual(3_000);
      }
    }),
  );
});

test('all pages of a search are read', async () => {
  const panel = await openTriage(partners(60), { pageSize: 25 });

  expect(panel.names()).toHaveLength(50);
  expect(panel.words()).toContain('60 of 60 ranked.');
});

test('a company that is selected twice is read once', async () => {
  const panel = await openTriage(partners(2), { selected: [1, 2, 1] });

  expect(panel.words()).toContain('2 of 2 ranked.');
});

test('while it reads it says how far it is', async () => {
  const panel = await openTriage([], {
    selected: partners(600).map(({ objectId }) => objectId),
    answer: () => null,
    isLoading: true,
  });

  expect(panel.progress()).toMatchObject({
    value: 0,
    maxValue: 600,
    valueDescription: '0 of 600 companies read',
  });
});

test('at most four searches run at once, and the next begins when one is answered', () => {
  const parts = Array.from({ length: 6 }, (_, index) => ({ ids: [`${index}`], attempt: 0, answer: null }));
  const answer = { ok: true, companies: [] } as const;

  const begun = (all: Parameters<typeof begunParts>[0]) => begunParts(all).map(({ index }) => index);

  expect(begun(parts)).toEqual([0, 1, 2, 3]);
  expect(begun(reduceParts(parts, { type: 'answered', index: 2, answer }))).toEqual([0, 1, 2, 3, 4]);
});

test('a failed reading says what HubSpot said and can be tried again', async () => {
  const all = partners(2);
  let isDown = true;
  const panel = await openTriage(all, { answer: () => (isDown ? new Error('Search is down') : all) });
  expect(panel.find(ErrorState).props.title).toBe('The companies could not be read');
  expect(panel.words()).toContain('HubSpot says: Search is down');

  isDown = false;
  panel.click('Try again');

  await panel.waitFor(() => expect(panel.names()).toEqual(['Partner 1', 'Partner 2']));
});

test('where one part fails the rest is ranked, and trying again reads only that part', async () => {
  const all = partners(150);
  let isDown = true;
  const panel = await openTriage(all, {
    answer: (ids) =>
      isDown && ids.includes('150')
        ? new Error('Too many requests')
        : all.filter(({ objectId }) => ids.includes(String(objectId))),
  });
  expect(panel.words()).toContain('100 of 150 ranked.');

  isDown = false;
  panel.click('Try again');

  await panel.waitFor(() => expect(panel.words()).toContain('150 of 150 ranked.'));
});

test('companies that the search does not find are counted', async () => {
  const panel = await openTriage(partners(3), { selected: [1, 2, 3, 404] });

  expect(panel.words()).toContain('3 of 4 ranked. 1 of 4 was not found');
});

test('nothing selected, no companies, nothing scored and no properties each say what to do', async () => {
  const titleOf = (panel: Awaited<ReturnType<typeof openTriage>>) => panel.find(EmptyState).props.title;

  expect(titleOf(await openTriage([]))).toBe('No companies are selected');
  expect((await openTriage(partners(1), { objectTypeId: '0-1' })).words()).toMatch(/compares companies/);
  expect(titleOf(await openTriage([{ objectId: 1, properties: { name: 'A', ipp_lane: null } }]))).toBe(
    'None of the selected companies is scored',
  );
  expect(titleOf(await openTriage([{ objectId: 1, properties: { name: 'A' } }]))).toBe(
    'Partner ICP is not set up in this portal',
  );
});

test('of more than 1,000 selected companies the first 1,000 are compared, and the panel says so', async () => {
  const all = partners(1_001);
  const panel = await openTriage(all);

  expect(panel.words()).toContain('The first 1000 of 1001 selected companies are compared.');
  expect(panel.words()).toContain('1000 of 1000 ranked.');
});
