import fc from 'fast-check';

import { reviewDue } from '../../src/icp/review.ts';

test.each([
  ['2026-11-22', '2027-11-22'],
  ['2026-01-01', '2027-01-01'],
  ['2026-12-31', '2027-12-31'],
  ['2027-02-28', '2028-02-28'],
])('a scorecard saved on %s is due for review a year later, on %s', (today, due) => {
  expect(reviewDue(today)).toBe(due);
});

test('a scorecard saved on 29 February is due on 1 March of the next year', () => {
  expect(reviewDue('2028-02-29')).toBe('2029-03-01');
});

test('on any other day the review is due on the same day of the next year, not of a later one', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const today = date.toISOString().slice(0, 10);
        fc.pre(!today.endsWith('-02-29'));

        expect(reviewDue(today)).toBe(`${date.getUTCFullYear() + 1}${today.slice(4)}`);
      },
    ),
  );
});
