import fc from 'fast-check';

import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import type { PortfolioCard } from '../../../src/icp/portfolio-card.ts';
import { previewProfile } from '../../../src/icp/preview.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { rejudgeMany } from '../../../src/usecases/policy/rejudge-many.ts';
import { readPortfolio } from '../../../src/usecases/policy/read-portfolio.ts';
import { today } from '../../../src/usecases/context.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { anyStored, createStored } from './portfolio.ts';
import { ada, makeCurrent, otherTechnology } from './published.ts';

/** Six portfolios of up to 25 companies each, under drafts with other weights, floors and minimums. */
const ROUNDS = 6;

let portal: Portal;
/** A profile is current, and there are no companies. */
let published: SavedPortal;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'], home: true });
  await makeCurrent(portal.context, otherTechnology(1, { floors: { deep: 400, fast: 300 } }));
  published = portal.sandbox.portal.dump();
});
afterAll(() => portal.close());

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
      async (portfolio, { weights, floors, deepNeeds }) => {
        portal.sandbox.portal.restore(published);
        const context = { ...portal.context, policy: keepPolicy() };
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
      },
    ),
    { numRuns: ROUNDS },
  );
});

async function everyCard(context: Parameters<typeof readPortfolio>[0]): Promise<PortfolioCard[]> {
  const cards: PortfolioCard[] = [];
  for (let after: string | undefined; ;) {
    const page = await readPortfolio(context, { type: 'technology', after });
    cards.push(...page.cards);
    if (page.next === null) return cards;
    after = page.next;
  }
}
