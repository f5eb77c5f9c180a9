import { type Portal, openPortal } from '../../portal.ts';
import { ASKED_FOR, BY_PROPERTIES, TOOLS, addSourceProperties, createAskingDeal } from './fact-portal.ts';
import { ask, publishSources } from './labelled-portal/ask-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true });
  await addSourceProperties(portal);
  await publishSources(portal, BY_PROPERTIES);
});
afterAll(() => portal.close());

test.each([
  ['one letter', 'A', /"A" is too short.*full name/],
  ['one letter and a legal form', 'A GmbH', /too short/],
  ['nothing', '', /no name/],
  ['spaces', '   ', /no name/],
  ['characters that nobody sees', '\u200b\u2060', /no name/],
  ['a picture', '🚀', /too short/],
  ['signs', '*"\\%', /too short/],
  ['one word of 300 letters', 'x'.repeat(300), /too long/],
])('a company called by %s is told why it is not looked for', async (_, name, message) => {
  const companyId = await portal.createCompany({ name });
  await portal.createCompany({ lifecyclestage: 'customer', [TOOLS]: `A, ${name}, 🚀` });

  const { sharedCustomers, companiesAsking, contacts } = await ask(portal, 'gather-facts', { companyId });

  for (const fact of [sharedCustomers, companiesAsking])
    expect(fact).toEqual({ state: 'no-name', message: expect.stringMatching(message) as unknown });
  expect(contacts).toMatchObject({ state: 'counted', fact: { count: 0 } });
});

test.each([
  ['quotes', 'The "Bolt" \'Works\''],
  ['umlauts', 'Öländische Mühlenwerke Groß'],
  ['a star and a backslash', 'Star*craft \\ Sons'],
  ['many words in 300 characters', 'Northern Harbor '.repeat(19).trim()],
  ['letters from right to left', 'شركة الميناء'],
  ['Chinese', '海港软件'],
  ['Japanese', 'みなとソフトウェア'],
  ['a picture between words', 'Rocket 🚀 Works'],
  ['signs of formulas', '=cmd|"/c calc"!A1'],
  ['braces as in a list name', '{partner} Tools'],
  ['words of a search', 'AND OR NOT'],
  ['numbers', '1492'],
])('a company whose name has %s is found where it stands', async (_, name) => {
  const companyId = await portal.createCompany({ name });
  const customer = await portal.createCompany({
    name: 'C',
    lifecyclestage: 'customer',
    [TOOLS]: `Slack, ${name}`,
  });
  await createAskingDeal(portal, customer, { [ASKED_FOR]: `wants ${name.toLowerCase()}!` });

  const { sharedCustomers, companiesAsking } = await ask(portal, 'gather-facts', { companyId });

  expect(sharedCustomers).toMatchObject({ fact: { count: 1, companies: [{ id: customer }] } });
  expect(companiesAsking).toMatchObject({ fact: { count: 1, open: 1 } });
});
