import fc from 'fast-check';

import { readRecord, writeRecord } from '../../src/crm/company-record.ts';
import { decodeScorecard } from '../../src/crm/scorecard-codec.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { fieldsOf } from '../../src/icp/fields.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { anyProfile } from '../icp/arbitraries.ts';
import { type Portal, openPortal } from '../portal.ts';
import { anyFullScorecard, encodeScorecard } from './scorecards.ts';

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
      await writeRecord(portal.context, companyId, encodeScorecard(scorecard, technology));

      const { texts } = await readRecord(portal.context, companyId);

      expect(decodeScorecard(texts, technology)).toEqual({ scorecard, problems: [] });
    }),
    { numRuns: 20 },
  );
});

test.each(['', null])('fields that hold %p are a scorecard with nothing in it', (nothing) => {
  const names = fieldsOf(technology).map(({ name }) => name);

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
        const texts = { [field.name]: text };

        const { scorecard, problems } = decodeScorecard(texts, technology);

        const isEmpty = JSON.stringify(field.get(scorecard)) === JSON.stringify(field.get(EMPTY_SCORECARD));
        expect(problems.every((problem) => problem.field === field.name && isEmpty)).toBe(true);
      },
    ),
  );
});
