import { ARTIFACTS } from '../../../src/icp/facts.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import type { Field, FieldValue } from '../../../src/icp/fields.ts';
import { partnerTypeLabel, isPartnerType } from '../../../src/icp/partner-types.ts';
import { type Profile, inSentence, versionKey } from '../../../src/icp/profile.ts';
import type { Change, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import type { CheckState } from '../../../src/icp/scorecard.ts';

export const CHECK_STATE_LABELS: Readonly<Record<CheckState, string>> = {
  open: 'Open',
  clear: 'Clear',
  flagged: 'Flagged',
};

/** `Changed by ana@example.com on 2026-11-20`, or what changed it outside the app. */
export function changeText(change: Change): string {
  return `Changed by ${whoText(change)} on ${change.on}`;
}

/** `Ana Silva, 20 November 2026`. */
export function byText(change: Change, record: Names): string {
  const who = personText(whoText(change), record);
  return `${who.startsWith('somebody') ? `S${who.slice(1)}` : who}, ${dayInWords(change.on)}`;
}

type Names = Pick<ScorecardRecord, 'names'>;

/** The name of the owner with this address; else the text as it is. */
export function personText(who: string, { names }: Names): string {
  return names[who.toLowerCase()] ?? who;
}

/** HubSpot's sources of a change, in words. */
const SOURCES: Readonly<Record<string, string>> = {
  CRM_UI: 'somebody in HubSpot',
  IMPORT: 'an import',
  AUTOMATION_PLATFORM: 'a workflow',
};

/** Who changed a field: a person, or what HubSpot names as the source. */
export function whoText({ by, source }: Change): string {
  return (
    by ?? (source === 'our app' ? 'somebody' : (SOURCES[source] ?? `somebody outside this card (${source})`))
  );
}

/** Who changed a field last, or why its stored value cannot be read. */
export function historyText(change: Change | null, problem: string | null): string {
  return problem ?? (change === null ? 'Never changed' : changeText(change));
}

/** Who scored last and when, since when the lane holds, and by which profile. */
export function trailText(
  { state, trail, profileVersion, ...record }: ScorecardRecord,
  profile: Profile,
): string {
  const { scoredBy, scoredOn, previousLane, laneChangedOn, reviewDue } = trail;
  const parts: string[] = [];
  if (state === 'never-scored')
    parts.push(`The first rating starts a scorecard as ${inSentence(partnerTypeLabel(profile.type))}`);
  if (scoredOn !== null) parts.push(`Scored by ${scoredBy ?? 'somebody'} on ${scoredOn}`);
  if (laneChangedOn !== null) {
    // no label: the lane before may belong to another type, whose label differs
    const before = previousLane === null ? '' : `, ${previousLane} before`;
    parts.push(`lane since ${laneChangedOn}${before}`);
  }
  if (reviewDue !== null) parts.push(`review due ${reviewDue}`);
  const stamped = profile.type === record.profile.type ? profileVersion : null;
  return [...parts, `profile ${stamped ?? versionKey(profile)}`].join(' · ');
}

/** A value as people read it. An empty one reads `Empty` or `None`. */
export function valueText(value: FieldValue): string {
  if (value === null || value === '') return 'Empty';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string')
    return value.length === 0 ? 'None' : value.map((item) => wordFor(item)).join(', ');
  return wordFor(value);
}

function wordFor(text: string): string {
  if (isPartnerType(text)) return partnerTypeLabel(text);
  if (text in CHECK_STATE_LABELS) return CHECK_STATE_LABELS[text as CheckState];
  return ARTIFACTS.find(({ key }) => key === text)?.label ?? text;
}

/** What people call a field. One that no shown profile asks for goes by its name. */
export function fieldLabel(name: string, fields: readonly Field[]): string {
  return fields.find((field) => field.name === name)?.label ?? name;
}
