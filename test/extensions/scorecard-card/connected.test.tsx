import { EmptyState, ErrorState, Link } from '@hubspot/ui-extensions';

import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { withPortal } from '../../portal.ts';
import { textIn } from '../text-in.ts';
import { createCompanyWithSources } from './card-with-facts.tsx';
import { createCompany, now } from './company-in-portal.ts';
import { openCardOf, renderCard } from './open-card.tsx';
import { runOfCard } from './open-drafting.tsx';

const link = { label: 'Reconnect', url: 'https://partner-icp.example.com/oauth/install?app=4711' };
const notice = { message: 'Partner ICP lacks the scope crm.lists.write.', link };
const TITLE = 'Partner ICP has to be connected again';
const isOut = { href: { url: link.url, external: true } };

test('beside every answer it stays, in the way of nothing', async () => {
  const company = await createCompany();
  const told = { ...company, answer: beside(company.answer) };
  const card = await openCardOf(told);
  card.choose('strategic_fit', '4');
  card.click('Save');
  await card.saved();

  expect(card.alerts()).toContain(TITLE);
  expect(card.find(Link, (each) => textIn(each) === 'Reconnect').props).toMatchObject(isOut);
  expect(card.chosen('strategic_fit')).toBe('4');

  const after = await openCardOf(company);
  expect(after.alerts()).not.toContain(TITLE);
});

function beside(answer: Awaited<ReturnType<typeof createCompany>>['answer']): typeof answer {
  return async (call) => ({ ...((await answer(call)) as object), notice });
}

test('a portal that is not connected is told where to connect it; then the card loads', async () => {
  const card = renderCard(await createCompany());
  card.fn.next(() => ({ error: { code: 'not-connected', message: 'Connect it again.', link } }));
  await card.waitFor(() => void card.find(ErrorState));

  expect(card.find(ErrorState).props).toMatchObject({
    title: 'Partner ICP is not connected to this portal',
    type: 'lock',
  });
  expect(card.find(Link).props).toMatchObject(isOut);
  card.click('Try again');
  await card.ready();
});

test('a save after the connection has ended keeps what was entered, with the way back', async () => {
  const card = await openCardOf(await createCompany());
  card.choose('strategic_fit', '4');
  card.fn.next(() => ({ error: { code: 'not-connected', message: 'Connect it again.', link } }));
  card.click('Save');
  await card.waitFor(() => void card.find(Link, (each) => textIn(each) === 'Reconnect'));

  expect(card.alerts()).toContain('Not saved; what you entered is still here');
  expect(card.chosen('strategic_fit')).toBe('4');
});

type Card = Awaited<ReturnType<typeof openCardOf>>;

test.each<[operation: string, act: (card: Card) => void]>([
  ['gather-facts', (card) => card.openTab('rate')],
  ['read-history', (card) => card.openTab('history')],
  [
    'meeting-page',
    (card) => {
      card.openTab('why');
      card.click('Copy the page for the meeting');
    },
  ],
  ['show-profile', (card) => card.pickType('reseller')],
  ['read-slots', (card) => card.choose('decision', 'go-deep')],
  [
    'decide',
    (card) => {
      card.choose('decision', 'go-light');
      card.type('decision_reason', 'One intro call');
      card.click('Decide');
    },
  ],
])('where %s finds that the connection has ended, the card shows the way back', async (refused, act) => {
  const company = await createCompanyWithSources();
  const ended = { error: { code: 'not-connected', message: 'Connect it.', link } };
  const answer: typeof company.answer = (call) => (call.operation === refused ? ended : company.answer(call));
  const card = await openCardOf({ ...company, answer }, { run: runOfCard() });
  await card.fn.settled();

  act(card);
  await card.fn.settled();

  expect(card.findAll(Link, (each) => textIn(each) === 'Reconnect').map(({ props }) => props)).toContainEqual(
    expect.objectContaining(isOut),
  );
});

test.each([
  ['not-signed', 'The scorecard could not be loaded'],
  ['too-many-calls', 'Too many calls in a short time'],
  ['unknown-outcome', 'The scorecard could not be loaded'],
])('%s is said under the title "%s"', async (code, title) => {
  const card = renderCard(await createCompany());
  card.fn.next(() => ({ error: { code, message: 'Wait a minute, then try again.' } }));
  await card.waitFor(() => void card.find(ErrorState));

  expect(card.find(ErrorState).props.title).toBe(title);
  expect(textIn(card.find(ErrorState))).toContain('Wait a minute');
});

test('without its properties the card of the OAuth edition names the connection, and no terminal', async () => {
  await withPortal({ now, installed: false }, async (portal) => {
    const company = await createCompany({}, { portal });
    const context = { ...portal.context, remedies: oauthRemedies(link.url) };
    const answer: typeof company.answer = (call) => answerCall(() => context, call);
    const card = renderCard({ ...company, answer });
    await card.waitFor(() => void card.find(EmptyState));

    expect(textIn(card.find(EmptyState))).toContain(link.url);
    expect(card.find(Link, (each) => textIn(each) === link.url).props).toMatchObject(isOut);
    expect(textIn(card.find(EmptyState))).not.toMatch(/icp |terminal/);
  });
});
