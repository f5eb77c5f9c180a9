/**
 * What becomes of a scorecard when its partner type changes.
 *
 * The types beside technology share six properties. Company alignment and market access ask the same of every type and
 * stay. The people may be right for one type and wrong for another: their rating stays and waits to be confirmed. The
 * other three ask each type something else: a rating given under one type would be read as one of another, so they are
 * emptied, with their evidence. Technology has properties of its own, which always stay.
 *
 * Source: ideal partner profile guide, "Partner Type specific criteria": these are the columns that differ by type.
 */
const OF_ONE_TYPE = ['role_criteria', 'compatibility', 'collaboration_support'];

/** The fields that a change of type empties where they hold something. */
export const EMPTIED_BY_TYPE_CHANGE: readonly string[] = OF_ONE_TYPE.flatMap((key) => [
  key,
  `${key}_evidence`,
]);

/** The dimension whose rating stays, marked until somebody confirms it for the new type. */
export const CONFIRMED_PER_TYPE = 'people';
