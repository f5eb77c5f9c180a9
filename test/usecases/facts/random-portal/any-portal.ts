import fc from 'fast-check';

/** What a random portal holds. Numbers of companies are indices; -1 is the partner itself. */
export interface AnyPortal {
  partner: string;
  companies: readonly {
    stage: string;
    tools: string;
    options: readonly string[];
    links: readonly string[];
    isListed: boolean;
  }[];
  deals: readonly AnyDeal[];
}

export interface AnyDeal {
  text: string;
  company: number | null;
  /** Another company, associated and not the primary one. */
  other: number | null;
  stage: string;
  /** Days since it was made, and since somebody last wrote about it. */
  age: number;
  note: number | null;
  amount: number | null;
}

export const LABELS = ['Uses both', 'Same owner'];

/** Options of a multi-select by their internal values. */
export const OPTIONS: Readonly<Record<string, string>> = {
  t1: 'Ledger Lane',
  t2: 'LEDGER-LANE, Inc.',
  t3: 'Ledger',
  t4: 'Lane',
  t5: 'Lane Ledger',
  t6: 'Slack',
};

/** Short words that meet often, so that a name is found, torn apart, turned round, or part of another word. */
const anyText = fc
  .array(
    fc.constantFrom('Ledger Lane', 'ledger', 'LANE', 'Lane', 'Ledgerlane', 'Lanes', 'Slack', 'Inc.', '7'),
    {
      maxLength: 5,
    },
  )
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', ', ', '; ', '-', '/', '\n', '', '_', ' (', '"'), {
        minLength: words.length,
        maxLength: words.length,
      })
      .map((between) => words.map((word, index) => `${word}${between[index] ?? ''}`).join('')),
  );

const COMPANIES = 25;
const anyIndex = fc.integer({ min: 0, max: COMPANIES - 1 });

const anyCompany = fc.record({
  stage: fc.constantFrom('customer', 'customer', 'evangelist', 'lead', ''),
  tools: anyText,
  options: fc.uniqueArray(fc.constantFrom(...Object.keys(OPTIONS)), { maxLength: 3 }),
  links: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 2 }),
  isListed: fc.boolean(),
});

const anyDeal = fc.record({
  text: anyText,
  company: fc.option(fc.oneof({ weight: 9, arbitrary: anyIndex }, fc.constant(-1)), { freq: 6 }),
  other: fc.option(anyIndex, { freq: 1 }),
  stage: fc.constantFrom('qualifiedtobuy', 'qualifiedtobuy', 'closedlost', 'closedwon'),
  age: fc.constantFrom(0, 30, 59, 61, 100, 400),
  note: fc.option(fc.constantFrom(0, 20, 59, 61, 90), { freq: 1 }),
  // exact in binary, so that no sum depends on its order
  amount: fc.option(fc.integer({ min: 0, max: 40_000 }).map((quarters) => quarters / 4)),
});

export const anyPortal: fc.Arbitrary<AnyPortal> = fc.record({
  partner: fc.constantFrom(
    'Ledger Lane',
    'Ledger Lane, Inc.',
    'ledger-lane GmbH',
    'Lane',
    'LEDGER',
    '"Lane Ledger"',
  ),
  companies: fc.array(anyCompany, { minLength: COMPANIES, maxLength: COMPANIES }),
  deals: fc.array(anyDeal, { maxLength: 40 }),
});
