/** Why a lane changed. Of several causes the first of this list is noted. */
export const LANE_CHANGE_CAUSES = [
  { key: 'type-changed', label: 'Type changed' },
  { key: 're-judged', label: 'Re-judged' },
  { key: 'override', label: 'Override' },
  { key: 'checked', label: 'Checked' },
  { key: 'rated', label: 'Rated' },
  { key: 'edited-in-hubspot', label: 'Edited in HubSpot' },
  { key: 'repaired', label: 'Repaired' },
] as const;
export type LaneChangeCause = (typeof LANE_CHANGE_CAUSES)[number]['key'];
