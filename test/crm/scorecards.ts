import fc from 'fast-check';

import { encodeField } from '../../src/crm/scorecard-codec.ts';
import { ARTIFACTS } from '../../src/icp/facts.ts';
import { type Field, type FieldKind, type FieldValue, fieldsOf } from '../../src/icp/fields.ts';
import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { RATINGS } from '../../src/icp/ratings.ts';
import { CHECK_STATES, EMPTY_SCORECARD, MAX_PROSE, type Scorecard } from '../../src/icp/scorecard.ts';

const types = PARTNER_TYPES.map(({ key }) => key);
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Anything that a field of each kind may hold, in the order that a scorecard keeps lists in. */
const VALUES: Readonly<Record<FieldKind, fc.Arbitrary<FieldValue>>> = {
  type: fc.constantFrom(...types, null),
  types: fc.subarray(types),
  dimensions: fc.subarray(['market_access', 'people']),
  rating: fc.constantFrom(...RATINGS, null),
  prose: fc.string({ unit: 'binary', maxLength: MAX_PROSE / 2 }),
  state: fc.constantFrom(...CHECK_STATES),
  artifacts: fc.subarray(ARTIFACTS.map(({ key }) => key)),
  count: fc.option(fc.nat()),
  date: fc.option(days),
};

/** A value for a field that it may hold. */
export function anyValueOf({ kind }: Pick<Field, 'kind'>): fc.Arbitrary<FieldValue> {
  return VALUES[kind];
}

/** A scorecard with any value in each field, every one of them said. */
export function anyFullScorecard(profile: Profile): fc.Arbitrary<Scorecard> {
  const fields = fieldsOf(profile);
  return fc.tuple(...fields.map(anyValueOf)).map((values) =>
    fields.reduce<Scorecard>((scorecard, field, index) => {
      const value = values[index];
      return value === undefined ? scorecard : field.set(scorecard, value);
    }, EMPTY_SCORECARD),
  );
}

/** The texts that hold a scorecard, by field. */
export function encodeScorecard(scorecard: Scorecard, profile: Profile): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(profile).map((field) => [field.name, encodeField(field.get(scorecard))]),
  );
}
