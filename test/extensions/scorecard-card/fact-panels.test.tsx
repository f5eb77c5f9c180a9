import {
  Alert,
  Button,
  Link,
  Table,
  type TablePaginatedProps,
  TableRow,
  ToggleGroup,
} from '@hubspot/ui-extensions';

import { NO_CONTACTS, ROLES_AT_ONCE, notCountedAgain } from '../../../src/messages/fact-lines.ts';
import { RENEWALS_NOT_COUNTED, noRoleLabels } from '../../../src/messages/facts.ts';
import { textIn } from '../text-in.ts';
import {
  type Card,
  FACTS,
  type Found,
  contacts,
  fails,
  gives,
  lineOf,
  openWith,
  press,
} from './card-with-facts.tsx';
import type { Answer } from './serve-function.ts';

const NO_LABELS = noRoleLabels('An admin adds them.');

const CONTACTS = 'check-enthusiastic-contact';

/** The panel of a button of this name, as it is drawn now. */
function panelIn(line: Found, button: string): Found {
  const overlay = line.find(Button, (each) => textIn(each) === button).props.overlay;
  if (overlay === undefined) throw new Error(`"${button}" opens no panel`);
  return overlay as unknown as Found;
}

test('the customers behind the figure are listed with links, 25 a page, after all are counted', async () => {
  const card = await openWith(gives({}));
  card.fn.next(() => ({ answer: { fact: 'shared-customers', gathered: FACTS.sharedCustomers } }));
  const panel = () => panelIn(lineOf(card, 'customer_overlap'), 'Customers');

  press(lineOf(card, 'customer_overlap'), 'Customers');
  await card.fn.settled();

  expect(card.fn.calls.at(-1)).toMatchObject({
    operation: 'count-fact',
    input: { fact: 'shared-customers' },
  });
  expect(panel().findAll(Link)).toHaveLength(25);
  expect(panel().findAll(Link)[0]?.props.href).toEqual({
    url: 'https://crm.example/company/1',
    external: true,
  });
  const paging = panel().find(Table).props as unknown as TablePaginatedProps;
  paging.onPageChange(paging.pageCount);
  expect(panel().findAll(Link)).toHaveLength(12);
});

test('deals are listed with state, amount and company, and what is not counted is said', async () => {
  const card = await openWith(gives({}));
  card.fn.next(() => ({ answer: { fact: 'companies-asking', gathered: FACTS.companiesAsking } }));

  press(lineOf(card, 'customer_overlap', 1), 'Deals');
  await card.fn.settled();

  const panel = panelIn(lineOf(card, 'customer_overlap', 1), 'Deals');
  expect(panel.findAll(TableRow).map((row) => textIn(row))).toEqual([
    expect.stringContaining('Deal'),
    expect.stringMatching(/Renewal of Acme.*Open.*120,000 EUR.*Acme/),
    expect.stringMatching(/Two sites.*Lost.*None/),
  ]);
  expect(textIn(panel)).toContain(RENEWALS_NOT_COUNTED);
});

test('a list that could not be read to its end keeps what is known, and is tried again in its panel', async () => {
  const card = await openWith(gives({}));
  card.fn.next(fails);
  press(lineOf(card, 'customer_overlap', 1), 'Deals');
  await card.fn.settled();

  const panel = () => panelIn(lineOf(card, 'customer_overlap', 1), 'Deals');
  expect(panel().findAll(TableRow)).toHaveLength(3);
  // all four were counted before
  expect(panel().find(Alert).props.title).toBe(notCountedAgain('deals'));
  card.fn.next(() => ({ answer: { fact: 'companies-asking', gathered: FACTS.companiesAsking } }));
  press(panel(), 'Count all deals');
  await card.fn.settled();

  expect(textIn(panel())).not.toContain('could not');
});

const people = (card: Card) => panelIn(lineOf(card, CONTACTS), 'People');

function rolesOf(card: Card, id: string) {
  const { value, onChange, label } = people(card).find(ToggleGroup, { name: `roles-${id}` }).props;
  return { value, label, tick: onChange as (roles: string[]) => void };
}

async function openPeople(answer: Answer) {
  const card = await openWith(answer);
  press(lineOf(card, CONTACTS), 'People');
  return card;
}

const saysContacts = (...people: Parameters<typeof contacts>[0]) => ({
  answer: { state: 'counted', fact: contacts(people) },
});

test('a role is set at once, shown while it is saved, and changes no scorecard', async () => {
  const card = await openPeople(gives({}));
  card.fn.next(() => saysContacts(['91', 'Dana Whitt', ['champion', 'executive-sponsor']]));

  rolesOf(card, '91').tick(['champion', 'executive-sponsor']);
  expect(rolesOf(card, '91').value).toEqual(['champion', 'executive-sponsor']);
  await card.fn.settled();

  expect(card.fn.calls.at(-1)).toMatchObject({
    operation: 'set-contact-role',
    input: { contactId: '91', role: 'executive-sponsor', isSet: true },
  });
  expect(rolesOf(card, '91')).toMatchObject({
    label: 'Roles of Dana Whitt',
    value: ['champion', 'executive-sponsor'],
  });
  expect(card.tags()).toContain('Nothing unsaved');
});

test('roles that are ticked quickly are written one after the other, and none is lost', async () => {
  const card = await openPeople(gives({}));
  const written: ('champion' | 'partner-owner' | 'executive-sponsor')[] = ['champion'];
  const write: Answer = ({ input }) => {
    written.push((input as unknown as { role: (typeof written)[number] }).role);
    return saysContacts(['91', 'Dana Whitt', [...written]]);
  };
  card.fn.next(write);
  card.fn.next(write);

  rolesOf(card, '91').tick(['champion', 'partner-owner']);
  rolesOf(card, '91').tick(['champion', 'partner-owner', 'executive-sponsor']);
  await card.fn.settled();

  expect(written).toEqual(['champion', 'partner-owner', 'executive-sponsor']);
  // HubSpot draws the record anew, whose list of contacts names the labels
  expect(card.mocks.actions.refreshObjectProperties.calls).toHaveLength(1);
  expect(rolesOf(card, '91').value).toEqual(written);
});

test('a role that could not be saved is put back, named, and tried again', async () => {
  const card = await openPeople(gives({}));
  card.fn.next(fails);

  rolesOf(card, '91').tick([]);
  await card.fn.settled();

  expect(rolesOf(card, '91').value).toEqual(['champion']);
  card.fn.next(() => saysContacts(['91', 'Dana Whitt', []]));
  press(people(card), 'Try again');
  await card.fn.settled();
  expect(card.fn.calls.at(-1)).toMatchObject({ input: { role: 'champion', isSet: false } });
  expect(rolesOf(card, '91').value).toEqual([]);
});

test('contacts that a role was set for stay as they are when a gathering from before comes later', async () => {
  const card = await openPeople(gives({}));
  let answerNow: (value: unknown) => void = () => undefined;
  card.fn.gather(() => new Promise((resolve) => (answerNow = resolve)));
  press(people(card), 'Read people again');
  await new Promise((resolve) => setImmediate(resolve));
  card.fn.next(() => saysContacts(['91', 'Dana Whitt', []]));

  rolesOf(card, '91').tick([]);
  await card.waitFor(() => expect(rolesOf(card, '91').value).toEqual([]));
  await new Promise((resolve) => setImmediate(resolve));
  answerNow({ answer: FACTS });
  await card.fn.settled();

  expect(rolesOf(card, '91').value).toEqual([]);
});

test.each([
  ['no contacts', contacts([]), NO_CONTACTS],
  ['no labels', { ...contacts([['91', 'Dana Whitt', []]]), noRoles: NO_LABELS }, NO_LABELS],
  ['contacts', contacts([['91', 'Dana Whitt', []]]), ROLES_AT_ONCE],
])('with %s the panel says what to do', async (_, fact, message) => {
  const card = await openPeople(gives({ contacts: { state: 'counted', fact } }));

  expect(textIn(people(card))).toContain(message);
  expect(people(card).findAll(ToggleGroup)).toHaveLength(message === ROLES_AT_ONCE ? 1 : 0);
});

test('contacts that cannot be read are read again from their panel', async () => {
  const card = await openPeople(gives({ contacts: { state: 'failed', message: 'HubSpot did not answer.' } }));
  card.fn.gather(gives({}));

  press(people(card), 'Read people again');
  await card.fn.settled();

  expect(rolesOf(card, '91').value).toEqual(['champion']);
});

test('of many contacts ten are drawn, and ten more at a click', async () => {
  const many = Array.from({ length: 34 }, (_, index) => [`${index}`, `Person ${index}`, []] as const);
  const card = await openPeople(gives({ contacts: { state: 'counted', fact: contacts(many) } }));

  expect(textIn(people(card))).toContain('10 of 34 contacts are listed.');
  press(people(card), 'List more people');

  expect(people(card).findAll(ToggleGroup)).toHaveLength(20);
});
