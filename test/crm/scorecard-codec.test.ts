import fc from 'fast-check';

import { readCompany, writeCompany } from '../../src/crm/companies.ts';
import { decodeScorecard } from '../../src/crm/decode-scorecard.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { fieldsOf } from '../../src/icp/fields.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { anyProfile } from '../icp/arbitraries.ts';
import { type Portal, openPortal } from '../portal.ts';
import { anyFullScorecard, emptyProperties, encodeScorecard } from './scorecards.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('what is written for a scorecard of any profile reads back as the same scorecard', () => {
  const anyCase = anyProfile.chain((profile) =>
    anyFullScorecard(profile).map((scorecard) => ({ profile, scorecard })),
  );
  fc.assert(
    fc.property(anyCase, ({ profile, scorecard }) => {
      expect(decodeScorecard(encodeScorecard(scorecard, profile), profile)).toEqual({
        scorecard,
        problems: [],
      });
    }),
  );
});

test('a scorecard is the same after it went through the CRM', async () => {
  const companyId = await portal.createCompany();
  await fc.assert(
    fc.asyncProperty(anyFullScorecard(technology), async (scorecard) => {
      const properties = encodeScorecard(scorecard, technology);
      await writeCompany(portal.app, companyId, properties);

      const company = await readCompany(portal.app, companyId, Object.keys(properties));

      expect(decodeScorecard(company.properties, technology)).toEqual({ scorecard, problems: [] });
    }),
    { numRuns: 20 },
  );
});

test.each(['', null])('properties that hold %p are a scorecard with nothing in it', (nothing) => {
  const names = Object.keys(emptyProperties(technology));

  const { scorecard, problems } = decodeScorecard(
    Object.fromEntries(names.map((name) => [name, nothing])),
    technology,
  );

  expect(problems).toEqual([]);
  for (const field of fieldsOf(technology)) expect(field.get(scorecard)).toEqual(field.get(EMPTY_SCORECARD));
});

test('nothing that a property can hold makes the reader throw, and what it cannot read counts as empty', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fieldsOf(technology)),
      fc.oneof(
        fc.string(),
        fc.double().map(String),
        fc.constantFrom('constructor', '__proto__', ';;', 'NaN'),
      ),
      (field, text) => {
        const properties = { [`ipp_${field.name}`]: text };

        const { scorecard, problems } = decodeScorecard(properties, technology);

        const isEmpty = JSON.stringify(field.get(scorecard)) === JSON.stringify(field.get(EMPTY_SCORECARD));
        expect(problems.every((problem) => problem.field === field.name && isEmpty)).toBe(true);
      },
    ),
  );
});
