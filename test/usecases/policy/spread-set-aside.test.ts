import { spreadReviews } from '../../../src/usecases/policy/spread-reviews.ts';
import { editOutside, withPortal } from '../../portal.ts';
import { jane, scoredCompany } from '../scorecard/scoring.ts';

const REQUEST = { type: 'technology', by: jane, reason: 'Other customers are wanted.', apply: true } as const;

test('reviews of partners to wait with or to decline stay where they are, and all others are spread', () =>
  withPortal({ now: () => new Date('2026-06-01T12:00:00Z') }, async (portal) => {
    const due = new Map<string, string | undefined>();
    for (const decision of ['', 'go-deep', 'go-light', 'wait', 'decline']) {
      const companyId = await scoredCompany(portal);
      if (decision !== '') await editOutside(portal, companyId, { ipp_decision: decision });
      due.set(decision, companyId);
    }

    const { moved, companies } = await spreadReviews(portal.context, REQUEST);

    const moves: string[] = [];
    for (const [decision, companyId = ''] of due)
      if ((await portal.stored(companyId))['ipp_review_due'] !== '2027-06-01') moves.push(decision);
    expect({ moved, companies, moves }).toEqual({
      moved: 3,
      companies: 3,
      moves: ['', 'go-deep', 'go-light'],
    });
  }));
