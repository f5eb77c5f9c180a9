import { EmptyState, ErrorState, LoadingSpinner } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { deleteProperty, withPortal } from '../../portal.ts';
import { textIn } from '../text-in.ts';
import { TODAY, createCompany, now, setClock } from './company-in-portal.ts';
import { openCard, openCardOf, renderCard } from './open-card.tsx';

async function failing(code: string, message: string) {
  const card = renderCard(await createCompany());
  card.fn.next(() => ({ error: { code, message } }));
  await card.waitFor(() => expect(card.maybeFind(ErrorState) ?? card.find(EmptyState)).toBeDefined());
  return card;
}

test('until the answer is there the card says that it loads', async () => {
  const card = renderCard(await createCompany());

  expect(card.find(LoadingSpinner).props.label).toBe('Loading the scorecard');
  await card.ready();
  expect(card.maybeFind(LoadingSpinner)).toBeNull();
});

test('a company never scored is quietly no partner, and can be rated at once', async () => {
  const card = await openCard();

  expect(card.isShown('Not assessed as a partner')).toBe(true);
  expect(card.words()).toContain('The first rating starts a scorecard as technology partner');
  expect(card.alerts()).toEqual([]);
  for (const { key } of technology.dimensions) expect(card.chosen(key)).toBe('unknown');
});

test('a portal without the app says what an admin runs, whether the record or the function says so', async () => {
  await withPortal({ now, installed: false }, async (portal) => {
    const byRecord = renderCard(await createCompany({}, { portal }));
    await byRecord.waitFor(() => void byRecord.find(EmptyState));
    const byFailure = await failing('not-installed', 'An admin has to run: icp install.');

    for (const card of [byRecord, byFailure]) expect(textIn(card.find(EmptyState))).toContain('icp install');
  });
});

test.each(['missing-scope', 'wrong-token'])(
  'without permission (%s) the card is locked and says whom to ask',
  async (code) => {
    const card = await failing(code, 'Ask an admin to install the app again.');

    expect(card.find(ErrorState).props).toMatchObject({ type: 'lock' });
    expect(textIn(card.find(ErrorState))).toContain('Ask an admin to install the app again.');
  },
);

test('a failed load can be tried again', async () => {
  const card = await failing('unavailable', 'HubSpot did not answer. Try again in a minute.');

  card.click('Try again');
  await card.ready();

  expect(card.fn.calls).toHaveLength(2);
});

test('deleted properties are named', async () => {
  await withPortal({ now }, async (portal) => {
    const company = await createCompany(workflowTool, { portal });
    for (const property of ['ipp_lane', 'ipp_total']) await deleteProperty(portal, property);

    const card = await openCardOf(company);

    expect(card.alerts()).toEqual(['2 properties of the app missing']);
    expect(card.words()).toContain('ipp_lane, ipp_total');
  });
});

test('under an unknown profile version nothing is derived, the ratings stay readable', async () => {
  const company = await createCompany(workflowTool);
  await company.edit({ ipp_profile_version: 'technology@9' });

  const card = await openCardOf(company);

  expect(card.alerts()).toEqual(['This scorecard cannot be judged', "Today's profile can be taken over"]);
  expect(card.words()).toContain('Not judged');
  expect(card.words()).not.toContain('430 of 500');
  expect(card.tags()).not.toContain('Deep');
  expect(card.chosen('customer_overlap')).toBe('5');
});

test('ratings without a partner type are judged once the type is set', async () => {
  const company = await createCompany(workflowTool);
  await company.edit({ ipp_partner_type: '' });
  const card = await openCardOf(company);

  card.click('Set the type to technology partner');

  expect(card.words()).toContain('430 of 500');
});

test('a value that cannot be read is named at its row', async () => {
  const company = await createCompany(workflowTool);
  await company.edit({ ipp_customer_overlap: '6' });
  await company.save({ strategic_fit: 5 });

  const card = await openCardOf(company);

  expect(card.alerts()).toEqual(['Not everything can be read']);
  expect(card.row('customer_overlap')).toContain('Customer overlap holds "6"');
});

test('an override in force shows whose it is, until when, and what it hides', async () => {
  const created = {
    ipp_override_lane: 'fast',
    ipp_override_reason: 'No engineers',
    ipp_override_by: 'Ana',
    ipp_override_until: '2026-12-31',
  };

  const card = await openCardOf(await createCompany(workflowTool, { created }));

  expect(card.alerts()).toEqual(['Lane set by hand until 31 December 2026']);
  expect(card.words()).toContain('Ana set Fast lane: No engineers. By ratings and checks it is Deep.');
});

test('who saved last, since when the lane holds and when the review is due stand in one line', async () => {
  setClock('2026-11-18T08:00:00Z');
  const company = await createCompany(wellKnownLogo);
  setClock('2026-11-20T08:00:00Z');
  await company.save(workflowTool, 'ana@example.com');
  setClock(`${TODAY}T08:00:00Z`);

  const card = await openCardOf(company);

  expect(card.words()).toContain(
    'ana@example.com, 20 November 2026 · lane since 20 November 2026, Fast lane before · review due 18 November 2027',
  );
});
