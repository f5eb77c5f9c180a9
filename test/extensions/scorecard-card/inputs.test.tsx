import { workflowTool } from '../../worked-example.ts';
import { createCompany } from './company-in-portal.ts';
import { HOSTS, drawInputs } from './drawn-inputs.tsx';

const NOTE = 'strategic_fit_evidence';

/** The stored text is `Line 3`, the typed one `Line 3AAA`. */
async function typed(host: (typeof HOSTS)[number]) {
  const company = await createCompany({ ...workflowTool, [NOTE]: 'Line 3' });
  const page = await drawInputs(company, host);
  await page.type(NOTE, 'AAA');
  expect(page.shownIn(NOTE)).toBe('Line 3AAA');
  return { ...page, company };
}

describe.each(HOSTS)('where a given value %s', (host) => {
  test.each(['undo', 'discard'] as const)(
    '%s reaches a text that is typed into, and typing goes on from there',
    async (act) => {
      const page = await typed(host);

      page.session[act]();
      await page.settled();

      expect(page.shownIn(NOTE)).toBe('Line 3');
      await page.type(NOTE, 'BBB');
      expect(page.shownIn(NOTE)).toBe('Line 3BBB');
      page.session.undo();
      await page.settled();
      expect(page.shownIn(NOTE)).toBe('Line 3');
    },
  );

  test('a text of somebody else that was taken over stays when one types on', async () => {
    const page = await typed(host);
    await page.leave(NOTE);
    await page.company.save({ [NOTE]: 'Theirs' });
    await page.session.save();

    page.session.takeTheirs(NOTE);
    await page.settled();
    expect(page.shownIn(NOTE)).toBe('Theirs');
    await page.type(NOTE, ', and ours');
    await page.session.save();

    expect(await page.company.record()).toMatchObject({
      scorecard: { evidence: { strategic_fit: 'Theirs, and ours' } },
    });
  });

  test('a text that somebody changed comes with a reload, also where one typed and took it back', async () => {
    const page = await typed(host);
    page.session.undo();
    await page.settled();
    await page.company.save({ [NOTE]: 'Theirs' });

    await page.session.load();
    await page.settled();

    expect(page.shownIn(NOTE)).toBe('Theirs');
  });

  test('an emptied scorecard empties its inputs, and undo fills them again', async () => {
    const page = await typed(host);

    await page.session.clear();
    await page.settled();
    expect(page.shownIn(NOTE)).toBe('');
    expect(page.shownIn('strategic_fit')).toBe('unknown');
    page.session.undo();
    await page.settled();

    expect(page.shownIn(NOTE)).toBe('Line 3AAA');
    expect(page.shownIn('strategic_fit')).toBe('4');
  });

  test('letters that an input tells late, after it was made anew, change nothing', async () => {
    const page = await typed(host);
    const old = page.input(NOTE);
    page.session.undo();
    await page.settled();

    await page.tell(old, 'onInput', 'Line 3AAA');
    await page.tell(old, 'onChange', 'Line 3AAA');

    expect(page.shownIn(NOTE)).toBe('Line 3');
    expect(page.session.read()).toMatchObject({ edits: {} });
  });

  test('a count that is none stays in sight until it is right, taken back or discarded', async () => {
    const page = await typed(host);
    await page.type('shared_customers', 'about 40');
    await page.leave('shared_customers');
    expect(page.shownIn('shared_customers')).toBe('about 40');
    expect(page.input('shared_customers').props).toMatchObject({
      validationMessage: 'A whole number of 0 or more.',
    });

    page.session.undo();
    await page.settled();
    expect(page.shownIn('shared_customers')).toBe('');
    await page.type('shared_customers', '041');
    await page.leave('shared_customers');

    expect(page.session.read()).toMatchObject({ edits: { shared_customers: { seen: null, value: 41 } } });
  });

  test('a day and a rating go back with undo', async () => {
    const page = await typed(host);
    await page.pick('overlap_as_of', { year: 2026, month: 10, date: 3 });
    await page.pick('strategic_fit', '1');

    page.session.undo();
    page.session.undo();
    await page.settled();

    expect(page.shownIn('overlap_as_of')).toBeUndefined();
    expect(page.shownIn('strategic_fit')).toBe('4');
  });
});

test('a text is not sent back letter by letter', async () => {
  const page = await typed('follows');

  expect(page.input(NOTE).props).toMatchObject({ value: 'Line 3' });
  await page.leave(NOTE);

  expect(page.input(NOTE).props).toMatchObject({ value: 'Line 3AAA' });
});

test('an input that only its own person changed stays the same one', async () => {
  const page = await typed('follows');
  const before = page.input(NOTE);

  await page.leave(NOTE);
  await page.session.save();
  await page.session.load();
  await page.settled();

  expect(page.input(NOTE).id).toBe(before.id);
});
