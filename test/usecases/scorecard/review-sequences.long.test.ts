import fc from 'fast-check';

import { reviewDue } from '../../../src/icp/review.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { jane, omar } from './scoring.ts';

let now = new Date('2026-01-01T12:00:00Z');
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ now: () => now, types: ['technology'] });
});
afterAll(() => portal.close());

interface Step {
  days: number;
  by: string;
  reviewed: boolean;
  values: Readonly<Record<string, number | string | null>>;
}

const anyRating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 });
const anyStep: fc.Arbitrary<Step> = fc.record({
  days: fc.integer({ min: 0, max: 400 }),
  by: fc.constantFrom(jane, omar),
  reviewed: fc.boolean(),
  values: fc.oneof(
    fc.constant({}),
    fc.constant(workflowTool),
    fc.dictionary(fc.constantFrom(...Object.keys(workflowTool)), anyRating, { maxKeys: 3 }),
    fc.dictionary(fc.constant('strategic_fit_evidence'), fc.constantFrom('', 'Roadmap'), { maxKeys: 1 }),
  ),
});

test('whatever is saved, the review moves with a review and with the first complete rating, and with nothing else', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
      const companyId = await portal.createCompany();
      let wasComplete = false;
      for (const { days, by, reviewed, values } of steps) {
        now = new Date(now.getTime() + days * 86_400_000 + 60_000);
        const { scorecard, trail: before, asOf } = await loadScorecard(portal.context, { companyId });
        const seen = (field: string) =>
          field.endsWith('_evidence')
            ? (scorecard.evidence[field.replace('_evidence', '')] ?? '')
            : (scorecard.ratings[field] ?? null);
        const changes = Object.fromEntries(
          Object.entries(values).map(([field, value]) => [field, { seen: seen(field), value }]),
        );
        const request = { companyId, changes, by, ...(reviewed && { reviewed: true as const }) };

        const saved = await saveScorecard(portal.context, request).catch((error: unknown) => error);
        const { state, verdict, trail } = await loadScorecard(portal.context, { companyId });

        const isComplete = verdict?.total != null;
        const isRefused = saved instanceof Error;
        const isMoved =
          !isRefused && (reviewed || (isComplete && !wasComplete && before.reviewedOn === null));
        const expected = isMoved ? { reviewedBy: by, reviewedOn: asOf, reviewDue: reviewDue(asOf) } : before;
        const { reviewedBy, reviewedOn, reviewDue: due } = expected;
        expect(isRefused).toBe(reviewed && state !== 'judged');
        expect(trail).toMatchObject({ reviewedBy, reviewedOn, reviewDue: due });
        wasComplete ||= isComplete;
      }
    }),
    { numRuns: 25 },
  ));
