import fc from 'fast-check';

import type { PortfolioCard } from '../../../src/icp/portfolio-card.ts';
import { previewProfile } from '../../../src/icp/preview.ts';
import { rejudgeMany } from '../../../src/usecases/policy/rejudge-many.ts';
import { readPortfolio } from '../../../src/usecases/policy/read-portfolio.ts';
import { today } from '../../../src/usecases/context.ts';
import { withPortal } from '../../portal.ts';
import { anyStored, createStored } from './portfolio.ts';
import { ada, makeCurrent, otherTechnology } from './published.ts';

/** Eight portfolios of up to 25 companies each, under drafts with other weights, floors and minimums. */
const ROUNDS = 8;

const anyDraft = fc.record({
  weights: fc.constantFrom([40, 20, 15, 10, 10, 5], [25, 15, 30, 15, 10, 5], [10, 10, 10, 10, 10, 50]),
  floors: fc.constantFrom({ deep: 380, fast: 250 }, { deep: 320, fast: 200 }, { deep: 450, fast: 400 }),
  deepNeeds: fc.constantFrom({}, { strategic_fit: 4 as const }, { customer_overlap: 3 as const }),
});

test('what a preview says of each company is what re-judging then writes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStored, { minLength: 1, maxLength: 25 }),
      anyDraft,
      (portfolio, { weights, floors, deepNeeds }) =>
        withPortal({ types: ['technology'], home: true }, async (portal) => {
          const { context } = portal;
          await makeCurrent(context, otherTechnology(1, { floors: { deep: 400, fast: 300 } }));
          const ids = await createStored(portal, portfolio);
          const cards = await everyCard(context);
          const minimumReasons = Object.fromEntries(Object.keys(deepNeeds).map((key) => [key, 'Chosen.']));
          const draft = otherTechnology(2, { floors, deepNeeds, minimumReasons }, weights);

          const { judged } = previewProfile(draft, cards, today(context));
          await makeCurrent(context, draft);
          const report = await rejudgeMany(context, { type: 'technology', by: ada, apply: true });

          expect(judged).toHaveLength(report.rejudged);
          expect(report.left).toEqual([]);
          const previewed = new Map(judged.map((card) => [card.companyId, card]));
          for (const id of ids) {
            const stored = await portal.stored(id);
            const after = previewed.get(id)?.after;
            if (after === undefined) continue;

            expect(stored['ipp_profile_version']).toBe('technology@2');
            expect({
              lane: stored['ipp_lane'],
              total: stored['ipp_total'] === undefined ? null : Number(stored['ipp_total']),
              low: Number(stored['ipp_total_low']),
              high: Number(stored['ipp_total_high']),
            }).toEqual(after);
          }
        }),
    ),
    { numRuns: ROUNDS },
  );
}, 240_000);

async function everyCard(context: Parameters<typeof readPortfolio>[0]): Promise<PortfolioCard[]> {
  const cards: PortfolioCard[] = [];
  for (let after: string | undefined; ;) {
    const page = await readPortfolio(context, { type: 'technology', after });
    cards.push(...page.cards);
    if (page.next === null) return cards;
    after = page.next;
  }
}
