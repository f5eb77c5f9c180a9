/** The app's properties by what sets them, as their descriptions say. The others hold what people fill in. */

export const LANE = 'ipp_lane';
export const CLEARANCE = 'ipp_clearance';
export const TOTAL = 'ipp_total';
export const SCORED_BY = 'ipp_scored_by';

/** What follows from a scorecard. */
const VERDICT = new Set([
  LANE,
  CLEARANCE,
  TOTAL,
  'ipp_score_lane',
  'ipp_lane_causes',
  'ipp_lane_reason',
  'ipp_rated_total',
  'ipp_total_low',
  'ipp_total_high',
  'ipp_evidence_gaps',
  'ipp_rules',
]);

/** What the app notes beside it. */
const TRAIL = new Set([
  SCORED_BY,
  'ipp_profile_version',
  'ipp_scored_at',
  'ipp_previous_lane',
  'ipp_lane_changed_at',
  'ipp_review_due',
]);

/** What is filled in beside the scorecard and moves no verdict. */
const FACTS = new Set([
  'ipp_other_types',
  'ipp_artifacts',
  'ipp_artifacts_checked_at',
  'ipp_shared_customers',
  'ipp_companies_asking',
  'ipp_overlap_as_of',
]);

export function isFact(name: string): boolean {
  return FACTS.has(name);
}

export function isOfApp(name: string): boolean {
  return name.startsWith('ipp_');
}

export function isVerdict(name: string): boolean {
  return VERDICT.has(name);
}

export function isInput(name: string): boolean {
  return isOfApp(name) && !VERDICT.has(name) && !TRAIL.has(name);
}
