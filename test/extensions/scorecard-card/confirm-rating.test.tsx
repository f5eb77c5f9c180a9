import { createCompany } from './company-in-portal.ts';
import { openCardOf } from './open-card.tsx';

async function openOnceReseller() {
  const company = await createCompany({
    partner_type: 'reseller',
    people: 4,
    people_evidence: 'Met in May',
  });
  await company.save({ partner_type: 'solution' });
  return openCardOf(company);
}

test('a rating that still holds is confirmed with one click, which can be undone', async () => {
  const card = await openOnceReseller();

  card.click('Still holds');

  expect(card.textArea('people_evidence').props.value).toBe('Met in May');
  expect(card.row('people')).not.toContain('Rated for another type');
  card.click('Undo');
  expect(card.row('people')).toContain('Rated for another type');
  card.click('Still holds');
  card.click('Save');
  await card.saved();
  expect(card.fn.saves()).toEqual([
    {
      to_confirm: { seen: ['people'], value: [] },
      people: { seen: 4, value: 4 },
      partner_type: { seen: 'solution', value: 'solution' },
    },
  ]);
  expect(await card.company.record()).toMatchObject({ scorecard: { toConfirm: [] } });
});

test('a rating that somebody changed meanwhile is not confirmed, and is asked about again', async () => {
  const card = await openOnceReseller();
  card.click('Still holds');
  await card.company.edit({ ipp_people: '1' });

  card.click('Save');
  await card.waitFor(() => expect(card.row('people')).toContain('Rated for another type'));

  expect(await card.company.record()).toMatchObject({
    scorecard: { toConfirm: ['people'], ratings: { people: 1 } },
  });
  card.click('Still holds');
  card.click('Save');
  await card.saved();
  expect(await card.company.record()).toMatchObject({ scorecard: { toConfirm: [] } });
});

test('evidence that is typed back to what it was confirms nothing', async () => {
  const card = await openOnceReseller();

  card.type('people_evidence', 'Met in May, and');
  expect(card.row('people')).not.toContain('Rated for another type');
  card.type('people_evidence', 'Met in May');

  expect(card.row('people')).toContain('Rated for another type');
  expect(card.tags()).toContain('Nothing unsaved');
});

test('a new rating confirms as well', async () => {
  const card = await openOnceReseller();

  card.rate({ people: 3 });

  expect(card.row('people')).not.toContain('Rated for another type');
});
