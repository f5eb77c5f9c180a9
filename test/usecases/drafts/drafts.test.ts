import { type Portal, editOutside } from '../../portal.ts';
import { jane, omar } from '../scorecard/scoring.ts';
import { HOMES } from '../policy/both-homes.ts';
import { JANE, draftsOf, typed } from './drafting.ts';

describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await open();
  });
  afterAll(() => portal.close());

  const newCompany = async () => draftsOf(portal.context, await portal.createCompany());

  test('unsaved edits are offered to their author, with their labels', async () => {
    const { keep, load } = await newCompany();

    expect(await keep('one', 1, typed({ strategic_fit: 4 }))).toEqual({ isKept: true });

    const { draft, keepsDrafts } = await load();
    expect(keepsDrafts).toBe(true);
    expect(draft).toMatchObject({
      edits: { strategic_fit: { seen: null, value: 4 } },
      labels: { strategic_fit: 'Strategic fit' },
      type: 'technology',
      marks: [{ session: 'one', sequence: 1 }],
    });
    expect(draft?.when).toMatch(/^today \d\d:\d\d$/);
  });

  test('nobody else is offered them, and others hear who and when', async () => {
    const { keep, load, find } = await newCompany();
    await keep('one', 1, typed({ strategic_fit: 4 }));

    expect((await load('22')).draft).toBeNull();
    const { drafts } = await find('22');
    expect(drafts).toEqual([{ by: jane, when: expect.stringMatching(/^today /) as string }]);
    expect(await find(JANE)).toEqual({ drafts: [] });
  });

  test('an older write that arrives late changes nothing', async () => {
    const { keep, offered } = await newCompany();
    await keep('one', 2, typed({ strategic_fit: 5 }));

    await keep('one', 1, typed({ strategic_fit: 4 }));

    expect(await offered()).toEqual({ strategic_fit: 5 });
  });

  test('what was discarded stays discarded, whatever arrives late', async () => {
    const { keep, discard, offered } = await newCompany();
    await keep('one', 1, typed({ strategic_fit: 4 }));

    await discard([{ session: 'one', sequence: 2 }]);
    await keep('one', 2, typed({ strategic_fit: 5 }));

    expect(await offered()).toEqual({});
    await keep('one', 3, typed({ strategic_fit: 3 }));
    expect(await offered()).toEqual({ strategic_fit: 3 });
  });

  test('a save deletes the draft, and a late write of it brings nothing back', async () => {
    const { keep, save, offered } = await newCompany();
    await keep('one', 1, typed({ strategic_fit: 4 }));

    await save(
      { strategic_fit: { seen: null, value: 4 } },
      { session: 'one', sequence: 3, edited: ['strategic_fit'] },
    );
    await save({ strategic_fit: { seen: 4, value: 2 } }, undefined, omar);
    await keep('one', 2, typed({ strategic_fit: 4, people: 3 }));

    expect(await offered()).toEqual({});
  });

  test('a save whose deleting of the draft never came about brings nothing back either', async () => {
    const { keep, save, offered } = await newCompany();
    await keep('one', 1, typed({ strategic_fit: 4, distribution_reach: 2 }));

    await save({ strategic_fit: { seen: null, value: 4 } });
    await save({ strategic_fit: { seen: 4, value: 2 } }, undefined, omar);

    expect(await offered()).toEqual({ distribution_reach: 2 });
  });

  test('a partial save keeps what it held back', async () => {
    const companyId = await portal.createCompany();
    const { keep, save, offered } = draftsOf(portal.context, companyId);
    await keep('one', 1, typed({ strategic_fit: 4, distribution_reach: 2, commercial_alignment: 5 }));
    await editOutside(portal, companyId, { ipp_distribution_reach: '1' });

    await save(
      { strategic_fit: { seen: null, value: 4 }, distribution_reach: { seen: null, value: 2 } },
      { session: 'one', sequence: 2, edited: ['strategic_fit', 'distribution_reach'] },
    );

    expect(await offered()).toEqual({ distribution_reach: 2 });
  });

  test('an edit equal to what somebody else stored meanwhile is offered no more', async () => {
    const companyId = await portal.createCompany();
    const { keep, offered } = draftsOf(portal.context, companyId);
    await keep('one', 1, typed({ strategic_fit: 4, distribution_reach: 2 }));

    await editOutside(portal, companyId, { ipp_distribution_reach: '2' });

    expect(await offered()).toEqual({ strategic_fit: 4 });
  });

  test('two runs of the card of one person keep each what was typed there', async () => {
    const { keep, offered, discard } = await newCompany();
    await keep('one', 1, typed({ strategic_fit: 4 }));
    await keep('two', 1, typed({ distribution_reach: 2, strategic_fit: 5 }));

    expect(await offered()).toEqual({ strategic_fit: 5, distribution_reach: 2 });

    await discard([{ session: 'two', sequence: 1 }]);
    expect(await offered()).toEqual({ strategic_fit: 4 });
  });

  test('a draft that was continued is replaced by that of whoever continues it', async () => {
    const { keep, offered, discard } = await newCompany();
    await keep('one', 1, typed({ strategic_fit: 4, distribution_reach: 2 }));
    const took = [{ session: 'one', sequence: 1 }];

    await keep('two', 1, typed({ strategic_fit: 4 }), { took });
    expect(await offered()).toEqual({ strategic_fit: 4 });

    await discard([{ session: 'two', sequence: 1 }, ...took]);
    await keep('one', 1, typed({ strategic_fit: 4, distribution_reach: 2 }));
    expect(await offered()).toEqual({});
  });

  test('emptying the scorecard deletes the drafts of whoever empties it', async () => {
    const { keep, save, clear, offered } = await newCompany();
    await save({ strategic_fit: { seen: null, value: 4 } });
    await keep('one', 1, typed({ distribution_reach: 2 }));

    await clear({ session: 'two', sequence: 1 });
    await keep('one', 1, typed({ distribution_reach: 2 }));

    expect(await offered()).toEqual({});
  });

  test('a draft in a form that no card writes is not offered', async () => {
    const { keep, load } = await newCompany();
    await keep('one', 1, { ...typed({ strategic_fit: 9, no_such_field: 1 }) });

    expect((await load()).draft).toBeNull();
  });

  test('a draft brings no call of its own to a load', async () => {
    const { keep, load } = await newCompany();
    const without = await portal.callsDuring(load);
    await keep('one', 1, typed({ strategic_fit: 4 }));

    expect((await portal.callsDuring(load)).sort()).toEqual(without.sort());
  });
});
