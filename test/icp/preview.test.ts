import fc from 'fast-check';

import { type PortfolioCard, laneByProfile } from '../../src/icp/portfolio-card.ts';
import { type LaneCounts, previewProfile } from '../../src/icp/preview.ts';
import { presetsFor, withPreset } from '../../src/icp/presets.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY, anyCase } from './arbitraries.ts';

function cardOf(scorecard: Scorecard, index: number, by: Profile = technology): PortfolioCard {
  return {
    companyId: `${index}`,
    companyName: `Company ${index}`,
    profileVersion: 'technology@0',
    scorecard: { ...scorecard, type: by.type },
    before: laneByProfile(scorecard, by, TODAY),
  };
}

test('a preview judges each scorecard as its verdict does', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 3 }), ({ profile, scorecard }) => {
      const [judged] = previewProfile(profile, [cardOf(scorecard, 1, profile)], TODAY).judged;
      const { lane, total, low, high } = verdict(scorecard, profile, TODAY);

      expect(judged?.after).toEqual({ lane, total, low, high });
    }),
    { numRuns: 300 },
  );
});

test('the sensitivity counts what trying every weight within ten points finds', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 0 }), ({ profile, scorecard }) => {
      const now = verdict(scorecard, profile, TODAY);
      const { sensitivity } = previewProfile(profile, [cardOf(scorecard, 1, profile)], TODAY);
      const within = (key: string, points: number) =>
        now.override === null &&
        now.margin.weights.some(
          ({ dimension, weight, at }) => dimension === key && Math.abs(at - weight) <= points,
        );

      expect(sensitivity).toEqual(
        profile.dimensions.map(({ key }) => ({
          dimension: key,
          within5: Number(within(key, 5)),
          within10: Number(within(key, 10)),
        })),
      );
    }),
    { numRuns: 150 },
  );
});

test('the retention preset leaves the two candidates of the guide in their lanes', () => {
  const [, retention] = presetsFor('technology');
  const draft = retention === undefined ? technology : withPreset(technology, retention);
  const cards = [workflowTool, wellKnownLogo].map((ratings, index) =>
    cardOf({ ...EMPTY_SCORECARD, ratings }, index),
  );

  const preview = previewProfile(draft, cards, TODAY);

  expect(preview).toMatchObject({ scorecards: 2, complete: 2, moves: [] });
  expect(preview.before).toEqual(preview.after);
});

test('who changes lane is named once, from where to where', () => {
  const draft = { ...technology, floors: { deep: 440, fast: 250 } };

  const preview = previewProfile(draft, [cardOf({ ...EMPTY_SCORECARD, ratings: workflowTool }, 1)], TODAY);

  expect(preview.moves).toEqual([{ from: 'deep', to: 'fast', cards: [preview.judged[0]] }]);
  expect(preview.nearest).toMatchObject([{ companyId: '1', floor: 'deep', points: -10 }]);
  expect(preview).toMatchObject({ before: { deep: 1, fast: 0 }, after: { deep: 0, fast: 1 } });
});

test('the counts of lanes and of moves add up, whatever the portfolio', () => {
  fc.assert(
    fc.property(fc.array(anyCase({ maxUnknown: 3 }), { minLength: 1, maxLength: 20 }), (cases) => {
      const draft = cases[0]?.profile ?? technology;
      const cards = cases.map(({ scorecard }, index) => cardOf(scorecard, index, draft));
      const { before, after, moves, nearest, judged, complete } = previewProfile(draft, cards, TODAY);
      const sum = (counts: LaneCounts) => Object.values(counts).reduce((all, one) => all + one, 0);

      expect([sum(before), sum(after), judged.length]).toEqual([cards.length, cards.length, cards.length]);
      const changed = judged.filter((card) => card.before.lane !== card.after.lane).length;
      expect(moves.reduce((all, move) => all + move.cards.length, 0)).toBe(changed);
      expect(nearest.length).toBeLessThanOrEqual(Math.min(10, complete));
    }),
    { numRuns: 100 },
  );
});

test('scorecards of other types are left out', () => {
  const card = cardOf({ ...EMPTY_SCORECARD, ratings: workflowTool }, 1);

  const { scorecards } = previewProfile(
    technology,
    [{ ...card, scorecard: { ...card.scorecard, type: 'oem' } }],
    TODAY,
  );

  expect(scorecards).toBe(0);
});
