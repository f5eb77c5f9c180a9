/** A review is offered from this many days before it is due. Our value, not the guide's. */
const OFFERED_DAYS = 30;

const DAY_MS = 86_400_000;

/**
 * The day on which a scorecard that was reviewed today is due for its next yearly review: the same day next year.
 * 29 February becomes 28 February.
 *
 * @param today `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`
 *
 * Source: partner ICP guide, "Revisit the profile yearly".
 */
export function reviewDue(today: string): string {
  const year = (Number(today.slice(0, 4)) + 1).toString().padStart(4, '0');
  const day = today.slice(5);
  return `${year}-${day === '02-29' ? '02-28' : day}`;
}

/**
 * Whether the card offers the review: from 30 days before it is due, and ever after.
 *
 * @param due null when no day is set
 */
export function isReviewOffered(due: string | null, today: string): boolean {
  return due !== null && Date.parse(due) - Date.parse(today) <= OFFERED_DAYS * DAY_MS;
}

/** Whether the day on which something is due has passed. @param due null when no day is set */
export function isOverdue(due: string | null, today: string): boolean {
  return due !== null && due < today;
}
