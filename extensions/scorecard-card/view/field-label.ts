import type { Field } from '../../../src/icp/fields.ts';

/** The labels in HubSpot of fields that nobody fills in on the card. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
  lane: 'Lane',
  score_lane: 'Lane by ratings alone',
  clearance: 'Clearance',
  lane_causes: 'Causes of the lane',
  lane_reason: 'Reason of the lane',
  total: 'Total',
  rated_total: 'Total by ratings alone',
  total_low: 'Lowest possible total',
  total_high: 'Highest possible total',
  evidence_gaps: 'Ratings without evidence',
  rules: 'Version of the rules',
  profile_version: 'Profile version',
  override_lane: 'Override: lane',
  override_reason: 'Override: reason',
  override_by: 'Override: by',
  override_until: 'Override: last day',
};

/** What people call a field, of the scorecard or of the verdict. */
export function fieldLabel(name: string, fields: readonly Field[]): string {
  return fields.find((field) => field.name === name)?.label ?? OTHER_LABELS[name] ?? name;
}
