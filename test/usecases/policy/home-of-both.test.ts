import fc from 'fast-check';

import type { PolicyHome } from '../../../src/contract/policy-home.ts';
import type { Portal } from '../../portal.ts';
import { aDraft, anEntry } from './a-home.ts';
import { HOMES } from './both-homes.ts';

describe.each(HOMES)('a home %s', (_where, open) => {
  let portal: Portal;
  let home: PolicyHome;
  beforeAll(async () => {
    portal = await open({ types: ['technology'] });
    home = portal.context.home;
  });
  afterAll(() => portal.close());

  const readOne = async (key: string) => (await home.read([key]))?.get(key);

  test('an entry reads as it was written, whatever characters its body has', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const property = fc.asyncProperty(
      fc.record({ body: fc.json(), by: text, reason: text }),
      async (given) => {
        const wanted = anEntry(given);

        expect(await home.insert(wanted)).toBe('inserted');
        expect(await home.insert(wanted)).toBe('inserted');

        expect(await readOne(wanted.key)).toMatchObject({ body: wanted.body, isIntact: true });
      },
    );
    await fc.assert(property, { numRuns: 10 });
  });

  test('65,536 characters are kept, and one more is refused', async () => {
    const long = anEntry({ body: JSON.stringify('x'.repeat(65_534)) });
    expect(await home.insert(long)).toBe('inserted');
    await expect(home.insert(anEntry({ body: `${long.body} ` }))).rejects.toMatchObject({
      code: 'invalid-request',
    });

    expect(await readOne(long.key)).toMatchObject({ body: long.body, isIntact: true });
  });

  test('of many inserts of a key at the same time one wins', async () => {
    const rivals = ['Ann', 'Bo', 'Cy', 'Di'].map((by) => ({ ...anEntry(), key: 'policy@9001', by }));

    const outcomes = await Promise.all(rivals.map((rival) => home.insert(rival)));

    const won = rivals.filter((_rival, index) => outcomes[index] === 'inserted');
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(3);
    expect(await readOne('policy@9001')).toMatchObject({ by: won[0]?.by, isIntact: true });
  });

  test('of 250 keys those that there are, are read', async () => {
    const there = [anEntry(), anEntry()];
    for (const each of there) await home.insert(each);
    const others = Array.from({ length: 248 }, (_key, index) => `policy@${5_000 + index}`);
    const keys = [there[0]?.key ?? '', ...others, there[1]?.key ?? ''];

    const found = await home.read(keys);

    expect([...(found ?? [])].map(([key]) => key).sort()).toEqual(there.map(({ key }) => key).sort());
  });

  test('drafts are written over, listed by kind, found by company and deleted; a second deletion is none', async () => {
    const draft = aDraft({ companyId: '640' });
    await home.put(draft);
    await home.put({ ...draft, body: '{"strategic_fit":4}' });

    expect(await readOne(draft.key)).toMatchObject({ body: '{"strategic_fit":4}', isIntact: true });
    expect((await home.draftsOf('640')).map(({ key }) => key)).toEqual([draft.key]);
    expect((await home.list('scorecard-draft'))?.map(({ key }) => key)).toEqual([draft.key]);
    expect((await home.list('policy'))?.some(({ key }) => key === draft.key)).toBe(false);

    await home.remove([draft.key]);
    await home.remove([draft.key]);
    expect(await readOne(draft.key)).toBeUndefined();
  });

  test('two first writes of a draft at the same time leave one of them, whole', async () => {
    const draft = aDraft({ companyId: '641' });

    await Promise.all([home.put(draft), home.put({ ...draft, body: '[]' })]);

    expect(await home.draftsOf('641')).toMatchObject([{ key: draft.key, isIntact: true }]);
  });

  test('entries that are intact are restored by nothing and lost to nobody', async () => {
    const intact = anEntry();
    await home.insert(intact);

    expect(await home.restore([intact.key, 'technology@404'])).toEqual({
      restored: [],
      lost: ['technology@404'],
    });
    expect(await home.editsOf([intact.key])).toEqual(new Map());
  });

  test('an entry of the log is neither written over nor deleted', async () => {
    const wanted = anEntry();
    await home.insert(wanted);

    await expect(home.put(wanted)).rejects.toThrow('is no draft');
    await expect(home.remove([wanted.key])).rejects.toThrow('is no draft');
    expect(await home.insert({ ...wanted, by: 'Eve' })).toBe('taken');
    expect(await readOne(wanted.key)).toMatchObject({ by: wanted.by, isIntact: true });
  });
});
