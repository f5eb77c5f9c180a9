import { type Patch, textOf } from '../../crm/company-record.ts';
import type { LaneChangeCause } from '../../icp/lane-change.ts';
import { checkFieldName } from '../../icp/fields.ts';
import { TYPE_FIELD } from '../../icp/type-change.ts';
import type { Context } from '../context.ts';
import { OVERRIDE_FIELDS, hasOverrideEnded, inputsSinceVerdict } from './drift-reasons.ts';
import type { Reading } from './judge.ts';

/**
 * What goes with a new lane: the one before, when it changed, and why.
 *
 * @param after with what is written: the first save of a scorecard may choose the type whose questions it answers
 */
export function laneTrail(reading: Reading, after: Reading, written: Patch, context: Context): Patch {
  return {
    previous_lane: reading.record.texts['lane'] ?? '',
    lane_changed_at: context.now().toISOString(),
    lane_change_cause: laneChangeCause(reading, after, written, context),
  };
}

/**
 * The previous lane where history proves another one than is stored: two savers who both read the same lane each name it
 * as the one before theirs, though one of them came second.
 */
export function previousLaneFromHistory({ record: { texts, history } }: Reading): Patch {
  const [current, ...earlier] = history['lane'] ?? [];
  const stored = texts['previous_lane'];
  const isUsable = current !== undefined && current.value !== '' && current.value === texts['lane'];
  if (!isUsable || stored === undefined) return {};
  const before = earlier.find(({ value }) => value !== current.value);
  return before === undefined || before.value === (stored ?? '') ? {} : { previous_lane: before.value };
}

/** Of several causes the first in the order of `LANE_CHANGE_CAUSES`. */
function laneChangeCause(
  reading: Reading,
  { profile }: Reading,
  written: Patch,
  context: Context,
): LaneChangeCause {
  const { record } = reading;
  const isWritten = (field: string) => written[field] !== undefined;
  const replaces = (field: string) => {
    const stored = textOf(record.texts, field);
    return isWritten(field) && written[field] !== '' && stored !== null && stored !== written[field];
  };
  if (replaces(TYPE_FIELD)) return 'type-changed';
  if (replaces('profile_version')) return 're-judged';
  const sinceVerdict = inputsSinceVerdict(reading);
  const isOverride = (field: string) => OVERRIDE_FIELDS.some((name) => name === field);
  if (sinceVerdict.some(isOverride) || hasOverrideEnded(reading, context)) return 'override';
  if (profile.checks.some(({ key }) => isWritten(checkFieldName(key)))) return 'checked';
  if (profile.dimensions.some(({ key }) => isWritten(key))) return 'rated';
  return sinceVerdict.length > 0 ? 'edited-in-hubspot' : 'repaired';
}
