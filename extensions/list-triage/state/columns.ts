import { pointsOf } from '../../../src/icp/causes.ts';
import { CLEARANCES, CLEARANCE_LABELS } from '../../../src/icp/clearance.ts';
import { DECISIONS, decisionLabel } from '../../../src/icp/decision.ts';
import { dimensionKeysOf } from '../../../src/icp/dimension-keys.ts';
import { LANES, LANE_LABELS } from '../../../src/icp/lanes.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { RANK_GROUPS, RANK_GROUP_LABELS } from '../../../src/icp/ranking.ts';
import { decisionInQuarter } from '../../../src/messages/decisions.ts';
import type { Place } from './place.ts';

/** One column of the table: what a cell says, and how rows are ordered by it. */
export interface Column {
  key: string;
  label: string;
  text: (place: Place) => string;
  /** Lower ones come first when ascending; an empty one last in both directions. */
  sortBy: (place: Place) => number | string | null;
  /** Chosen by its name it starts with the highest. */
  startsHigh?: true;
}

const LANES_IN_ORDER = [LANES[0], LANES[1], 'undecided', LANES[2]] as const;

const RANKING: Column = {
  key: 'rank',
  label: 'Rank',
  text: ({ rank }) => `${rank}`,
  sortBy: ({ rank }) => rank,
};

/** In the order of the copied text. */
export const COLUMNS: readonly Column[] = [
  RANKING,
  { key: 'name', label: 'Company', text: ({ row }) => row.name, sortBy: ({ row }) => row.name.toLowerCase() },
  {
    key: 'lane',
    label: 'Lane',
    text: ({ row }) => LANE_LABELS[row.lane],
    sortBy: ({ row }) => LANES_IN_ORDER.indexOf(row.lane),
  },
  {
    key: 'total',
    label: 'Total',
    text: ({ row }) => pointsOf(row),
    sortBy: ({ row }) => row.low,
    startsHigh: true,
  },
  {
    key: 'clearance',
    label: 'Clearance',
    text: ({ row: { clearance } }) => (clearance === null ? 'Not yet known' : CLEARANCE_LABELS[clearance]),
    sortBy: ({ row: { clearance } }) => (clearance === null ? null : -CLEARANCES.indexOf(clearance)),
  },
  {
    key: 'missing',
    label: 'Missing answers',
    text: ({ row }) => (row.missing === 0 ? 'None' : `${row.missing} of ${dimensionKeysOf(row.type).length}`),
    sortBy: ({ row }) => row.missing,
    startsHigh: true,
  },
  {
    key: 'next',
    label: 'Next step',
    text: ({ row }) => row.nextStep,
    sortBy: ({ row }) => row.nextStep.toLowerCase() || null,
  },
  {
    key: 'decision',
    label: 'Decision',
    text: ({ row: { decision, quarter } }) =>
      decision === null ? '' : decisionInQuarter(decisionLabel(decision), quarter),
    sortBy: ({ row: { decision, quarter } }) =>
      decision === null ? null : `${DECISIONS.findIndex(({ key }) => key === decision)} ${quarter}`,
  },
  {
    key: 'owner',
    label: 'Owner',
    text: ({ row }) => row.owner,
    sortBy: ({ row }) => row.owner.toLowerCase() || null,
  },
  {
    key: 'type',
    label: 'Partner type',
    text: ({ row }) => partnerTypeLabel(row.type),
    sortBy: ({ row }) => partnerTypeLabel(row.type),
  },
  {
    key: 'group',
    label: 'Group',
    text: ({ group }) => RANK_GROUP_LABELS[group],
    sortBy: ({ group }) => RANK_GROUPS.indexOf(group),
  },
  { key: 'why', label: 'Why here', text: ({ why }) => why, sortBy: ({ rank }) => rank },
];

/** The column with this key; the ranking where there is none. */
export function columnOf(key: string): Column {
  return COLUMNS.find((column) => column.key === key) ?? RANKING;
}
