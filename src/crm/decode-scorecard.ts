import { isDay } from '../icp/field-values.ts';
import { type Field, fieldsOf } from '../icp/fields.ts';
import { LANES } from '../icp/lanes.ts';
import type { Profile } from '../icp/profile.ts';
import { EMPTY_SCORECARD, type Override, type Scorecard } from '../icp/scorecard.ts';
import type { Problem } from '../contract/scorecard-record.ts';
import { type Texts, textOf } from './company-record.ts';
import { decodeField } from './field-codec.ts';
import { OVERRIDE_INCOMPLETE } from '../messages/scorecard.ts';

/**
 * Reads a scorecard. What cannot be read counts as empty and becomes a problem that names its field.
 *
 * @param fields further fields to read, of other types: what stands there stays, but is no problem of this profile
 */
export function decodeScorecard(
  texts: Texts,
  profile: Profile,
  fields: readonly Field[] = [],
): { scorecard: Scorecard; problems: Problem[] } {
  const problems: Problem[] = [];
  let scorecard = EMPTY_SCORECARD;
  const asked = fieldsOf(profile);
  const names = new Set(asked.map(({ name }) => name));
  for (const field of [...asked, ...fields.filter(({ name }) => !names.has(name))]) {
    const { value, problem } = decodeField(field, texts[field.name] ?? null);
    if (problem !== null && names.has(field.name)) problems.push({ field: field.name, message: problem });
    scorecard = field.set(scorecard, value);
  }
  const { override, problem } = decodeOverride(texts);
  if (problem !== null) problems.push({ field: 'override_lane', message: problem });
  return { scorecard: { ...scorecard, override }, problems };
}

/** An override counts only whole: a lane that exists, and a last day. */
function decodeOverride(texts: Texts): { override: Override | null; problem: string | null } {
  const text = (name: string) => textOf(texts, name) ?? '';
  const lane = LANES.find((known) => known === text('override_lane'));
  const until = text('override_until');
  if (lane !== undefined && isDay(until))
    return {
      override: { lane, until, reason: text('override_reason'), by: text('override_by') },
      problem: null,
    };
  const isEmpty = ['override_lane', 'override_reason', 'override_by', 'override_until'].every(
    (name) => text(name) === '',
  );
  return {
    override: null,
    problem: isEmpty ? null : OVERRIDE_INCOMPLETE,
  };
}
