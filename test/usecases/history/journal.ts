import type { HistoryEntry, ScorecardHistory } from '../../../src/contract/history.ts';

/** What stands in the app's properties of a company, without their prefix. Empty ones are left out. */
export type Texts = Readonly<Record<string, string>>;

/** What a test knows that was done, from what it did and from the values before and after it. */
export interface Done {
  /** When, ISO 8601. */
  at: string;
  by: string | null;
  source: string;
  before: Texts;
  after: Texts;
  cause: string | null;
  kinds: readonly string[];
}

const TECHNOLOGY = [
  ...['customer_overlap', 'product_complementarity', 'distribution_reach'],
  ...['technical_readiness', 'commercial_alignment', 'strategic_fit'],
];
const OTHER_TYPES = [
  ...['people', 'company_alignment', 'role_criteria', 'compatibility'],
  ...['collaboration_support', 'market_access'],
];
export const RATINGS = { technology: TECHNOLOGY, others: OTHER_TYPES };
const FACTS = ['shared_customers', 'companies_asking', 'overlap_as_of', 'artifacts', 'artifacts_checked_at'];
const OVERRIDE = ['override_lane', 'override_until', 'override_by', 'override_reason'];
const DECISION = ['decision', 'decision_quarter', 'decision_reason', 'decision_basis', 'ask_again_on'];

export const isRating = (field: string) => [...TECHNOLOGY, ...OTHER_TYPES].includes(field);
export const isCheck = (field: string) => field.startsWith('check_') && !field.endsWith('_note');
const isText = (field: string) => field.endsWith('_evidence') || field.endsWith('_note');
const isNoted = (field: string) => isText(field) || FACTS.includes(field) || field === 'other_types';
export const isInput = (field: string) =>
  isRating(field) || isCheck(field) || isNoted(field) || ['partner_type', 'to_confirm'].includes(field);
export const isOverride = (field: string) => OVERRIDE.includes(field);
/** Whether a verdict follows from the field. */
export const isJudged = (field: string) =>
  isRating(field) || isCheck(field) || isText(field) || isOverride(field);
const isCompared = (field: string) => isInput(field) || isOverride(field) || DECISION.includes(field);

/** The fields that hold something else. */
export function changed(before: Texts, after: Texts): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
}

/** What our app did with a write, by what changed. */
export function kindsOf({ before, after, cause }: Omit<Done, 'kinds'>, act: string): string[] {
  const fields = changed(before, after);
  const has = (matches: (field: string) => boolean) => fields.some(matches);
  const isReplaced = (field: string) => fields.includes(field) && before[field] && after[field];
  if (after['scored_at'] === undefined && fields.includes('scored_at')) return ['emptied'];
  const lost = (before['to_confirm'] ?? '')
    .split(';')
    .filter((key) => key && !(after['to_confirm'] ?? '').includes(key));
  const isReview = fields.includes('reviewed_at') && act !== 'undo';
  const kinds = [
    cause ?? '',
    isReplaced('partner_type') ? 'type-changed' : lost.length > 0 ? 'confirmed' : '',
    isReplaced('profile_version') && !fields.includes('partner_type') ? 're-judged' : '',
    has(isCheck) ? 'checked' : '',
    has(isRating) ? 'rated' : '',
    has(isNoted) ? 'noted' : '',
    isReview ? 'reviewed' : '',
    act === 'decide' ? 'decided' : '',
  ].filter((kind) => kind !== '');
  return kinds.length === 0 ? ['repaired'] : [...new Set(kinds)];
}

/** An entry as both sides tell it, so that they can be compared. */
interface Told {
  at: string;
  by: string | null;
  source: string;
  kinds: readonly string[];
  lane: string | null;
  changes: Readonly<Record<string, string>>;
}

/** What the history should say of everything that was done, oldest first. */
export function expectedOf(journal: readonly Done[]): Told[] {
  return journal.map(({ at, by, source, before, after, cause, kinds }) => {
    const fields = changed(before, after);
    return {
      ...{ at, by, source, kinds: [...kinds].sort() },
      lane: fields.includes('lane') ? laneText(before['lane'], after['lane'], cause) : null,
      changes: Object.fromEntries(
        fields.filter(isCompared).map((field) => [field, `${before[field] ?? ''} -> ${after[field] ?? ''}`]),
      ),
    };
  });
}

/** What the history says, oldest first. */
export function toldBy({ entries }: Pick<ScorecardHistory, 'entries'>): Told[] {
  return entries.toReversed().map(told);
}

function told({ at, by, source, kinds, lane, changes }: HistoryEntry): Told {
  return {
    ...{ at: new Date(at).toISOString(), by, source, kinds: [...kinds].sort() },
    lane: lane === null ? null : laneText(lane.from ?? undefined, lane.to ?? undefined, lane.cause),
    changes: Object.fromEntries(
      changes
        .filter(({ field }) => isCompared(field))
        .map(({ field, from, to }) => [field, `${from ?? UNKNOWN} -> ${to}`]),
    ),
  };
}

const UNKNOWN = '(unknown)';

function laneText(from: string | undefined, to: string | undefined, cause: string | null): string {
  return `${from === 'unknown' ? UNKNOWN : (from ?? '')} -> ${to ?? ''}: ${cause ?? 'no cause'}`;
}

/** So many entries of each field HubSpot answers at the smaller depth. */
const KEPT = 20;

/**
 * What the history should say where only the newest entries of each field are kept. Who and why may be unknown where the
 * entries that say it are gone; kinds follow from what is left.
 *
 * @param told what the history says, by which the unknown is taken over
 */
export function expectedOfKept(journal: readonly Done[], told: readonly Told[]): Told[] {
  const isGone = goneEntries(journal);
  return expectedOf(journal).flatMap((whole, index) => {
    const found = told.find(({ at }) => at === whole.at);
    const changes = Object.entries(whole.changes).flatMap(([field, text]) => {
      const state = isGone(field, index);
      if (state === 'gone') return [];
      return [[field, state === 'oldest' ? text.replace(/^.* -> /s, `${UNKNOWN} -> `) : text]];
    });
    const lane = whole.lane === null || isGone('lane', index) === 'gone' ? null : whole.lane;
    const isSaid = changes.length > 0 || lane !== null;
    // what is left may be the verdict or a review alone
    if (!isSaid && found === undefined) return [];
    const wasCauseKept = journal.slice(index + 1).filter(isCauseChanged).length < KEPT;
    const wasAuthorKept = journal.slice(index + 1).filter(({ by }) => by !== null).length < KEPT;
    return [
      {
        ...whole,
        kinds: found?.kinds ?? whole.kinds,
        by: !wasAuthorKept && found?.by === null ? null : whole.by,
        lane: laneKept(lane, isGone('lane', index) === 'oldest', wasCauseKept ? undefined : found?.lane),
        changes: Object.fromEntries(changes) as Told['changes'],
      },
    ];
  });
}

function laneKept(lane: string | null, isOldest: boolean, told: string | null | undefined): string | null {
  if (lane === null) return null;
  const known = isOldest ? lane.replace(/^.* -> /, `${UNKNOWN} -> `) : lane;
  const uncaused = known.replace(/: .*$/, ': no cause');
  return told === uncaused ? uncaused : known;
}

function isCauseChanged({ before, after }: Done): boolean {
  return changed(before, after).includes('lane_change_cause');
}

/** Whether the entry that a write made in a field is gone, or the oldest one that is kept. */
function goneEntries(journal: readonly Done[]): (field: string, index: number) => 'gone' | 'oldest' | 'kept' {
  const later = new Map<string, number[]>();
  for (const [index, { before, after }] of journal.entries())
    for (const field of changed(before, after)) later.set(field, [...(later.get(field) ?? []), index]);
  return (field, index) => {
    const writes = later.get(field) ?? [];
    const place = writes.length - writes.indexOf(index);
    if (place > KEPT) return 'gone';
    return place === KEPT ? 'oldest' : 'kept';
  };
}
