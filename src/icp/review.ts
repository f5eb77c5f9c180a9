/**
 * The day on which a scorecard that was saved today is due for its yearly review: the same day next year.
 * 29 February becomes 1 March.
 *
 * @param today `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`
 *
 * Source: partner ICP guide, "Revisit the profile yearly".
 */
export function reviewDue(today: string): string {
  const due = new Date(today);
  due.setUTCFullYear(due.getUTCFullYear() + 1);
  return due.toISOString().slice(0, 10);
}
