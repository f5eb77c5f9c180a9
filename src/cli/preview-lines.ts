import { LANE_LABELS, type LaneOrUndecided } from '../icp/lanes.ts';
import type { LaneByProfile } from '../icp/portfolio-card.ts';
import type { NearFloor, Preview, PreviewedCard } from '../icp/preview.ts';
import type { Profile } from '../icp/profile.ts';
import { type PublishWarning, hasShares } from '../icp/publish-warnings.ts';
import { amount } from '../usecases/amount.ts';
import { csvLine } from '../usecases/csv/cells.ts';
import { nameWithId } from '../usecases/names.ts';
import { aligned } from './policy-lines.ts';
import type { Portfolio } from './read-cards.ts';

const LANES: readonly LaneOrUndecided[] = ['deep', 'fast', 'pass', 'undecided'];

/** Who would change lane by the draft, how many stand in each lane, who is near a floor, and what each weight decides. */
export function previewLines(preview: Preview, draft: Profile, { left }: Portfolio): string[] {
  const { scorecards, complete, moves, nearest } = preview;
  const moving = moves.reduce((sum, { cards }) => sum + cards.length, 0);
  return [
    `${amount(scorecards, 'scorecard', 'scorecards')}, ${complete.toLocaleString('en')} with every rating.`,
    ...(scorecards === 0 ? [] : laneLines(preview)),
    ...[
      '',
      moving === 0
        ? 'Nobody changes lane.'
        : `${amount(moving, 'company changes', 'companies change')} lane:`,
    ],
    ...moves.flatMap(({ from, to, cards }) => [
      `  ${LANE_LABELS[from]} -> ${LANE_LABELS[to]}: ${cards.length.toLocaleString('en')}`,
      ...aligned(cards.map((card) => [`    ${nameOf(card)}`, pointsOf(card)])),
    ]),
    ...(nearest.length === 0 ? [] : ['', 'Nearest to a floor:', ...aligned(nearest.map(nearRow))]),
    ...(complete === 0 ? [] : sensitivityLines(preview, draft)),
    ...(left.length === 0
      ? []
      : ['', 'Not judged:', ...left.map(({ name, reason }) => `  ${name}: ${reason}`)]),
  ];
}

/** Warnings before a profile is published, a line each. */
export function warningLines(warnings: readonly PublishWarning[]): string[] {
  return warnings.map(({ message }) => `! ${message}`);
}

function laneLines(preview: Preview): string[] {
  const { before, after, scorecards } = preview;
  const share = (count: number) => (hasShares(preview) ? `${Math.round((100 * count) / scorecards)} %` : '');
  const rows = LANES.map((lane) => [
    `  ${LANE_LABELS[lane]}`,
    ...[before[lane], after[lane]].flatMap((count) => [count.toLocaleString('en'), share(count)]),
  ]);
  return aligned([['', 'now', '', 'by the draft', ''], ...rows]);
}

function nearRow({ floor, points, ...card }: NearFloor): string[] {
  const side = points < 0 ? `${-points} below` : points === 0 ? 'exactly on' : `${points} above`;
  return [`  ${nameOf(card)}`, `${card.after.total ?? ''}`, `${side} ${LANE_LABELS[floor]}`];
}

function sensitivityLines({ sensitivity }: Preview, { dimensions }: Profile): string[] {
  const rows = sensitivity.map(({ dimension, within5, within10 }) => [
    `  ${dimensions.find(({ key }) => key === dimension)?.label ?? dimension}`,
    ...[within5, within10].map((count) => count.toLocaleString('en')),
  ]);
  return [
    '',
    'How many would change lane if one weight moved, and the others made room:',
    ...aligned([['', 'by up to 5', 'by up to 10'], ...rows]),
  ];
}

function nameOf({ companyName, companyId }: PreviewedCard): string {
  return nameWithId(companyName, companyId);
}

function pointsOf({ before, after }: PreviewedCard): string {
  return `${totalOf(before)} -> ${totalOf(after)}`;
}

/** `430`, or `380 to 430` while a rating is unknown. */
function totalOf({ total, low, high }: LaneByProfile): string {
  return total === null ? `${low} to ${high}` : `${total}`;
}

const COLUMNS = [
  ...['record_id', 'company', 'judged_by', 'lane', 'total', 'total_low', 'total_high'],
  ...['draft_lane', 'draft_total', 'draft_total_low', 'draft_total_high', 'changes_lane'],
];

/** A row for each company, for a spreadsheet. Cells that it could take for a formula are marked as text. */
export function previewCsv({ judged }: Preview): string {
  const points = ({ lane, total, low, high }: LaneByProfile) => [
    LANE_LABELS[lane],
    `${total ?? ''}`,
    `${low}`,
    `${high}`,
  ];
  const rows = judged.map(({ companyId, companyName, profileVersion, before, after }) => [
    ...[companyId, companyName, profileVersion, ...points(before), ...points(after)],
    before.lane === after.lane ? 'no' : 'yes',
  ]);
  return `\uFEFF${[COLUMNS, ...rows].map(csvLine).join('')}`;
}
