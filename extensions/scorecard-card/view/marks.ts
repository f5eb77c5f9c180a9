import { flaggedChecks, ratingCap } from '../../../src/icp/checks.ts';
import { checkFieldName } from '../../../src/icp/fields.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { inSentence, minimumOf } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type { Suspicion } from '../../../src/icp/suspicions.ts';

import { minimumToDeep, writtenFor } from '../../../src/messages/cards.ts';

import { problemOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { writtenForOther } from '../state/type-choice.ts';
import type { CardView } from './card-view.ts';

export interface Mark {
  label: string;
  text: string;
  variant: 'warning' | 'error';
  action?: { label: string; act: () => unknown };
}

/** What a person should know about the rating of a dimension before relying on it. */
export function marksOf(dimension: string, view: CardView, session: Session): Mark[] {
  const { state, record, profile, suspicions, waiting } = view;
  const marks: Mark[] = [];
  const unreadable = problemOf(record, dimension);
  if (unreadable !== null) marks.push({ label: 'Cannot be read', text: unreadable, variant: 'error' });
  const tooLong = problemOf(record, `${dimension}_evidence`);
  if (tooLong !== null) marks.push({ label: 'Too long', text: tooLong, variant: 'warning' });
  if (waiting.includes(dimension))
    marks.push({
      label: 'Confirm',
      text: `Rated for another type. Does it hold for ${inSentence(partnerTypeLabel(profile.type))}?`,
      variant: 'warning',
      action: { label: 'Still holds', act: () => session.stillHolds(dimension) },
    });
  marks.push(...loweredBy(dimension, view), ...minimumMarks(dimension, view));
  for (const suspicion of suspicions)
    if (doubtedBy(suspicion, view) === dimension) marks.push(doubt(suspicion, view));
  const lookAgain = record.lookAgain[dimension];
  const isTold = marks.some(({ text }) => lookAgain !== undefined && text.includes(inSentence(lookAgain)));
  if (lookAgain !== undefined && !isTold && !isAnsweredAnew(dimension, view))
    marks.push({ label: WORDS['look-again'], text: lookAgain, variant: 'warning' });
  const type = writtenForOther(state, `${dimension}_evidence`);
  if (type !== null)
    marks.push({
      label: writtenFor(partnerTypeLabel(type)),
      text: '',
      variant: 'warning',
    });
  return marks;
}

/** An unsaved rating or evidence is a new look. */
function isAnsweredAnew(dimension: string, { state: { edits } }: CardView): boolean {
  return edits[dimension] !== undefined || edits[`${dimension}_evidence`] !== undefined;
}

/** A flag that lowers the rating. */
function loweredBy(dimension: string, { draft, profile }: CardView): Mark[] {
  const rating = ratingOf(draft.ratings, dimension);
  return flaggedChecks(draft, profile)
    .filter((check) => rating !== null && ratingCap([check], dimension) < rating)
    .map((check) => ({
      label: 'Lowered',
      text: `${check.label} is flagged: counts as at most ${ratingCap([check], dimension)}.`,
      variant: 'error',
    }));
}

/** A rating that keeps from Deep what the points would reach. */
function minimumMarks(dimension: string, { profile, verdict }: CardView): Mark[] {
  const counted = verdict?.counted[dimension] ?? null;
  const minimum = minimumOf(profile, dimension);
  const isActing = verdict?.causes.some(({ code }) => code === 'minimum') ?? false;
  if (!isActing || counted === null || counted >= minimum) return [];
  return [{ label: 'Too low for Deep', text: minimumToDeep(minimum), variant: 'warning' }];
}

/** The dimensions whose rating a suspicion doubts, most telling first. A profile asks some of them. */
const DOUBTED: Readonly<Record<string, readonly string[]>> = {
  'vanity-logo': ['distribution_reach', 'market_access'],
  'competitor-in-disguise': ['product_complementarity', 'company_alignment'],
  'single-prospect-request': ['customer_overlap'],
  'dead-api': ['technical_readiness'],
  'enthusiastic-contact': ['people'],
};

function doubtedBy({ check }: Suspicion, { profile }: CardView): string | undefined {
  return DOUBTED[check]?.find((key) => profile.dimensions.some((dimension) => dimension.key === key));
}

function doubt({ check, reason, kind }: Suspicion, { profile }: CardView): Mark {
  const label = profile.checks.find(({ key }) => key === check)?.label ?? check;
  return { label: WORDS[kind], text: `${label}: ${reason}`, variant: 'warning' };
}

const WORDS = { suspected: 'Suspected', 'look-again': 'Look again' } as const;

/** Why a check should be run first, or once more. */
export function doubtOf(
  check: string,
  { record, state, suspicions }: CardView,
): { word: (typeof WORDS)[keyof typeof WORDS]; reason: string } | null {
  const suspicion = suspicions.find((each) => each.check === check);
  if (suspicion !== undefined) return { word: WORDS[suspicion.kind], reason: suspicion.reason };
  const reason = record.lookAgain[check];
  return reason === undefined || state.edits[checkFieldName(check)] !== undefined
    ? null
    : { word: WORDS['look-again'], reason };
}
