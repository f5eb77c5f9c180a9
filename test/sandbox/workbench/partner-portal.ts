import type { Seed } from './open-workbench.ts';

const select = (name: string, label: string, options: Record<string, string>) => ({
  ...{ name, label, type: 'enumeration', fieldType: 'select' },
  options: Object.entries(options).map(([value, text], displayOrder) => ({
    value,
    label: text,
    displayOrder,
  })),
});
const plain = (name: string, label: string, type: string, fieldType: string) => ({
  name,
  label,
  type,
  fieldType,
});

const LANES = {
  deep: 'Deep',
  fast: 'Fast lane',
  pass: 'No lane',
  undecided: 'Needs answers',
};
const CLEARANCES = {
  'not-required': 'Only for Deep',
  blocked: 'Blocked',
  pending: 'Not yet cleared',
  cleared: 'Cleared',
};

const DEFINITIONS = [
  select('ipp_partner_type', 'Partner type', {
    technology: 'Technology partner',
    reseller: 'Reseller',
    solution: 'Solution partner',
  }),
  plain('ipp_customer_overlap', 'Customer overlap', 'number', 'number'),
  plain('ipp_customer_overlap_evidence', 'Customer overlap: evidence', 'string', 'textarea'),
  select('ipp_check_dead_api', 'Dead API: check', { open: 'Open', clear: 'Clear', flagged: 'Flagged' }),
  select('ipp_lane', 'Lane', LANES),
  select('ipp_clearance', 'Clearance for Deep', CLEARANCES),
  select('ipp_lane_change_cause', 'Lane change: cause', { rated: 'Rated', checked: 'Checked' }),
  plain('ipp_total', 'Total', 'number', 'number'),
  plain('ipp_profile_version', 'Profile version', 'string', 'text'),
  plain('ipp_scored_by', 'Scored by', 'string', 'text'),
  plain('ipp_review_due', 'Review due', 'date', 'date'),
];

function company(name: string, lane = '', total = '', clearance = '', more: Record<string, string> = {}) {
  const scored = { ipp_partner_type: 'technology', ipp_profile_version: 'technology@1' };
  const verdict = { ipp_lane: lane, ipp_total: total, ipp_clearance: clearance };
  return { name, ...(lane ? { ...scored, ...verdict } : {}), ...more };
}

/** Partners of every lane, and forty customers: more than one page of the list. */
export const PARTNER_PORTAL: Seed = {
  definitions: DEFINITIONS,
  companies: [
    company('Taskbridge', 'deep', '430', 'pending', { ipp_review_due: '2020-01-31' }),
    company('Ledgerlane', 'deep', '440', 'cleared', { hubspot_owner_id: '12' }),
    company('Boardmate', 'pass', '405', 'blocked', { ipp_profile_version: 'technology@2' }),
    company('Grandview Cloud', 'fast', '280', 'not-required', { ipp_partner_type: 'reseller' }),
    company('Pipekite', 'undecided', '', ''),
    ...Array.from({ length: 50 }, (_, index) => company(`Customer ${index + 1}`)),
  ],
};
