import fc from 'fast-check';

import { type ReviewToSpread, spreadReviews, weekOf } from '../../src/icp/spread-reviews.ts';
import { TODAY } from './arbitraries.ts';

const anyReview = fc.record({
  owner: fc.constantFrom(null, '1', '2'),
  due: fc.constantFrom(null, null, '2026-11-01', '2026-12-01', '2027-06-30'),
});
const anyReviews = fc
  .array(anyReview, { maxLength: 60 })
  .map((all) => all.map((review, index): ReviewToSpread => ({ ...review, companyId: `${index + 1}` })));

test('three of one owner fall into three different weeks', () => {
  const days = spreadReviews(
    ['1', '2', '3'].map((companyId) => ({ companyId, owner: '1', due: null })),
    TODAY,
  );

  expect([...days.values()].map((day) => weekOf(day, TODAY))).toEqual([0, 1, 2]);
});

test('each owner gets the same number a week, give or take one, on working days of the next four weeks', () => {
  fc.assert(
    fc.property(anyReviews, (reviews) => {
      const free = reviews.map((review) => ({ ...review, due: null }));
      const days = spreadReviews(free, TODAY);
      for (const owner of new Set(free.map((review) => review.owner))) {
        const weeks = [0, 0, 0, 0];
        for (const { companyId } of free.filter((review) => review.owner === owner)) {
          const day = days.get(companyId) ?? '';
          const week = weekOf(day, TODAY);
          weeks[week] = (weeks[week] ?? 0) + 1;
          expect([0, 6]).not.toContain(new Date(day).getUTCDay());
          expect(day > TODAY && day <= '2026-12-20').toBe(true);
        }
        expect(Math.max(...weeks) - Math.min(...weeks)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a nearer day stays, and what was spread by half is spread to the end without moving', () => {
  fc.assert(
    fc.property(anyReviews, fc.func(fc.boolean()), (reviews, isWritten) => {
      const days = spreadReviews(reviews, TODAY);
      const half = reviews.map((review) =>
        isWritten(review.companyId) ? { ...review, due: days.get(review.companyId) ?? null } : review,
      );
      const again = spreadReviews(half, TODAY);

      for (const { companyId, due } of reviews)
        if (due !== null && due <= '2026-12-20') expect(days.get(companyId)).toBe(due);
      for (const { companyId, due } of half)
        if (due !== null && due <= '2026-12-20') expect(again.get(companyId)).toBe(due);
    }),
  );
});
