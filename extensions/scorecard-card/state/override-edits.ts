import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';

/** The properties of an override. HubSpot's own inputs write them, past the card. */
export const OVERRIDE_PROPERTIES = [
  'ipp_override_lane',
  'ipp_override_until',
  'ipp_override_reason',
  'ipp_override_by',
] as const;

/** What those properties hold, as one text, so that it can be compared. */
export function overrideText(values: Readonly<Record<string, string | null | undefined>>): string {
  return OVERRIDE_PROPERTIES.map((name) => values[name] ?? '').join('\n');
}

/** The same of a loaded record; null for half an override, of which the record does not say what is there. */
export function loadedOverrideText({ scorecard: { override }, problems }: ScorecardRecord): string | null {
  if (override !== null) return [override.lane, override.until, override.reason, override.by].join('\n');
  return problems.some(({ field }) => field === 'override_lane') ? null : overrideText({});
}
