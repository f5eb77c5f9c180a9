import fc from 'fast-check';
import { type ComparedPartner, comparePartners } from '../../src/icp/compare-partners.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { rankPartners } from '../../src/icp/ranking.ts';
import { anyCandidates } from './rank-candidates.ts';

const acme: ComparedPartner = {
  ...{ companyId: '1', name: 'Acme', type: 'technology', lane: 'deep', clearance: 'cleared', points: 430 },
  ratings: {
    ...{ customer_overlap: 5, product_complementarity: 5, distribution_reach: 3 },
    ...{ technical_readiness: 4, commercial_alignment: 4, strategic_fit: 3 },
  },
  dimensions: technology.dimensions,
};
const brio: ComparedPartner = {
  ...acme,
  ...{ companyId: '2', name: 'Brio', points: 425 },
  ratings: { ...acme.ratings, customer_overlap: 4, strategic_fit: 5 },
};

const sentence = (one: Partial<ComparedPartner>, other: Partial<ComparedPartner>) =>
  comparePartners({ ...acme, ...one }, { ...brio, ...other }).sentence;

test('comparing agrees with a ranking of the two alone, whichever comes first', () => {
  const named = { name: '', dimensions: [] };
  fc.assert(
    fc.property(
      anyCandidates(2).filter(({ length }) => length === 2),
      (candidates) => {
        const [one, other] = candidates.map((candidate) => ({ ...candidate, ...named }));
        if (one === undefined || other === undefined) throw new Error('two are drawn');
        const [best] = rankPartners([one, other]);

        const compared = comparePartners(one, other);

        expect(compared.first === 'one' ? one : other).toBe(best?.candidate);
        expect(comparePartners(other, one)).toEqual({
          ...compared,
          first: compared.first === 'one' ? 'other' : 'one',
        });
      },
    ),
    { numRuns: 500 },
  );
});

test('each question stands beside its two answers, in levels and in points', () => {
  const { rows } = comparePartners(acme, brio);

  expect(rows.map(({ key }) => key)).toEqual(technology.dimensions.map(({ key }) => key));
  expect(rows[0]).toEqual({
    key: 'customer_overlap',
    label: 'Customer overlap',
    one: { rating: 5, points: 150 },
    other: { rating: 4, points: 120 },
    levels: 1,
    points: 30,
  });
  expect(rows[5]).toMatchObject({ levels: -2, points: -10 });
});

test('points follow what a rating counts as, and are left out where no weights are at hand', () => {
  const counted = { ...acme.ratings, customer_overlap: 2 as const };
  const unweighed = brio.dimensions.map(({ key, label }) => ({ key, label, weight: null }));

  const [row] = comparePartners({ ...acme, counted }, { ...brio, dimensions: unweighed }).rows;

  expect(row).toMatchObject({
    one: { rating: 5, points: 60 },
    other: { rating: 4, points: null },
    levels: 1,
    points: null,
  });
});

test('an unknown answer has no points and no difference', () => {
  const [row] = comparePartners({ ...acme, ratings: {} }, brio).rows;

  expect(row).toMatchObject({ one: { rating: null, points: null }, levels: null, points: null });
});

test('a question that only one type asks stands with one answer', () => {
  const { rows } = comparePartners(acme, { ...brio, type: 'reseller', dimensions: reseller.dimensions });

  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({ key: 'customer_overlap', other: null, levels: null });
  expect(rows[11]).toMatchObject({ key: 'market_access', one: null });
});

test('the tiebreaker is named within 10 points', () => {
  expect(sentence({ points: 425 }, { points: 415 })).toBe(
    'Both within 10 points: strategic fit decides, 5 over 3.',
  );
  expect(sentence({}, { ratings: { ...acme.ratings, strategic_fit: null } })).toBe(
    'Both within 10 points: strategic fit decides, 3 over unknown.',
  );
});

test('what is level is named before the rule that decides', () => {
  const level = { ratings: acme.ratings };

  expect(sentence({}, { ratings: { ...acme.ratings, distribution_reach: 2 } })).toBe(
    'Both within 10 points: level in strategic fit, distribution reach decides, 3 over 2.',
  );
  expect(sentence({}, level)).toBe(
    'Both within 10 points: level in strategic fit and distribution reach, the total decides, 430 over 425.',
  );
  expect(sentence({}, { ...level, points: 430 })).toBe(
    'Both within 10 points: level in strategic fit and distribution reach, level in total too, so the lower record id stands first.',
  );
});

test('11 points apart the total decides, and between groups nothing else does', () => {
  expect(sentence({ points: 430 }, { points: 419 })).toBe(
    'More than 10 points apart: the total decides, 430 over 419.',
  );
  expect(sentence({ clearance: 'blocked', points: 500 }, {})).toBe('Cleared comes before Blocked.');
});

test('tiebreakers of two types are named both', () => {
  const other = {
    type: 'reseller' as const,
    dimensions: reseller.dimensions,
    ratings: { company_alignment: 4 as const },
  };

  expect(sentence({}, other)).toBe(
    'Both within 10 points: the tiebreaker decides, company alignment 4 over strategic fit 3.',
  );
});
