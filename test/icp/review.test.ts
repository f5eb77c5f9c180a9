import fc from 'fast-check';

import { isOverdue, isReviewOffered, reviewDue } from '../../src/icp/review.ts';

test.each([
  ['2026-11-22', '2027-11-22'],
  ['2027-02-28', '2028-02-28'],
  ['2028-02-29', '2029-02-28'],
  ['2028-12-31', '2029-12-31'],
])('what is reviewed on %s is due on %s', (today, due) => {
  expect(reviewDue(today)).toBe(due);
});

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('the next review is a real day of the next year, at most a day away from 365 days', () => {
  fc.assert(
    fc.property(days, (today) => {
      const due = reviewDue(today);

      expect(new Date(due).toISOString().slice(0, 10)).toBe(due);
      expect(Number(due.slice(0, 4))).toBe(Number(today.slice(0, 4)) + 1);
      expect([365, 366]).toContain((Date.parse(due) - Date.parse(today)) / 86_400_000);
    }),
  );
});

test.each([
  ['2026-10-22', false, false],
  ['2026-10-23', true, false],
  ['2026-11-22', true, false],
  ['2026-11-23', true, true],
])('a review due on 22 November 2026 is on %s offered: %s, overdue: %s', (today, offered, overdue) => {
  expect([isReviewOffered('2026-11-22', today), isOverdue('2026-11-22', today)]).toEqual([offered, overdue]);
});

test('a review without a day is neither offered nor overdue', () => {
  expect([isReviewOffered(null, '2026-11-22'), isOverdue(null, '2026-11-22')]).toEqual([false, false]);
});
