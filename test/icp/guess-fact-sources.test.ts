import {
  REQUEST_WORDS,
  type SourceCandidate,
  TOOL_WORDS,
  customerStages,
  guessListName,
  guessProperty,
  speaksOfUse,
} from '../../src/icp/guess-fact-sources.ts';

const text = (label: string, partners: readonly string[] = []): SourceCandidate => ({
  ...{ name: label.toLowerCase().replaceAll(' ', '_'), label, options: null, partners },
});
const choice = (label: string, options: number, partners: readonly string[] = []) => ({
  ...text(label, partners),
  options,
});

test.each(['Tools in use', 'Tech stack', 'TechStack', 'Software', 'Technologies', 'Integrations in use'])(
  'a text called %s is a guess for tools',
  (label) => {
    expect(guessProperty([text('Notes'), text(label)], TOOL_WORDS)?.label).toBe(label);
  },
);

test.each(['Stool colour', 'Notes', 'Region', 'Products we sold', 'Referral software', 'Technology owner'])(
  'a text called %s is none',
  (label) => {
    expect(guessProperty([text(label)], TOOL_WORDS)).toBeNull();
  },
);

test('a property that names scored partners comes before one that does not', () => {
  const named = text('Products used', ['Ledgerlane']);

  expect(guessProperty([text('Tech stack'), named], TOOL_WORDS)).toBe(named);
});

test('a choice of yes and no names no tools, and one of three does', () => {
  expect(guessProperty([choice('Uses integrations', 2)], TOOL_WORDS)).toBeNull();
  expect(guessProperty([choice('Tools', 3)], TOOL_WORDS)?.label).toBe('Tools');
});

test('of a property of deals that speaks of partners in general only one that names some is a guess', () => {
  expect(guessProperty([text('Partner'), choice('Competitor', 9)], REQUEST_WORDS)).toBeNull();
  expect(guessProperty([choice('Competitor', 9, ['Ledgerlane'])], REQUEST_WORDS)?.label).toBe('Competitor');
  expect(guessProperty([text('Referral partner', ['Ledgerlane'])], REQUEST_WORDS)).toBeNull();
});

test.each(['Requested integration', 'Asked for', 'Missing integration'])(
  'a property of deals called %s is a guess for requests',
  (label) => {
    expect(guessProperty([text(label)], REQUEST_WORDS)?.label).toBe(label);
  },
);

test('the name that most lists of partners share is the guess, with the place of the partner', () => {
  const lists = ['Uses Ledgerlane', 'Uses Harbor', 'Harbor: webinar', 'All customers'];

  expect(guessListName(lists, ['Ledgerlane', ' Harbor', 'Brightdesk'])).toEqual({
    ...{ name: 'Uses {partner}', partners: ['Ledgerlane', ' Harbor'] },
  });
});

test('a list that names one partner and nothing of use is no guess', () => {
  expect(guessListName(['Harbor: webinar'], ['Harbor'])).toBeNull();
  expect(guessListName(['Harbors in use'], ['Harbor'])).toBeNull();
  expect(guessListName(['Customers of A'], ['A'])).toBeNull();
});

test('labels that speak of use are told from others', () => {
  expect(['Uses', 'Customer of', 'User of', 'Integrates with'].every(speaksOfUse)).toBe(true);
  expect(['Parent company', 'Cause', 'Reseller of'].some(speaksOfUse)).toBe(false);
});

test('the stage of customers is the standard one, else one that is called so', () => {
  const stage = (value: string, label: string) => ({ value, label });

  expect(customerStages([stage('lead', 'Lead'), stage('customer', 'Customer')])).toEqual(['customer']);
  expect(customerStages([stage('17', 'Clients'), stage('18', 'Former clients')])).toEqual(['17']);
  expect(customerStages([stage('17', 'Alive')])).toEqual([]);
});
