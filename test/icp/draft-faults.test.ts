import fc from 'fast-check';

import { aYearAfter, faultsBeside } from '../../src/icp/draft-faults.ts';

const LINK = { url: 'https://example.com/icp', owner: 'Ann', on: '2026-01-31' };
const RIGHT = {
  prerequisites: { hypothesis: LINK, customerIcp: null, thesis: LINK },
  reviewDue: '2027-11-27',
};
const TODAY = '2026-11-27';

const pathsOf = (link: Partial<typeof LINK>) =>
  faultsBeside(
    { ...RIGHT, prerequisites: { ...RIGHT.prerequisites, customerIcp: { ...LINK, ...link } } },
    TODAY,
  ).map(({ path }) => path);

test('links and a day within a year have no faults, and a link may be absent', () => {
  expect(faultsBeside(RIGHT, TODAY)).toEqual([]);
});

test.each([
  [{ url: 'example.com' }, 'url'],
  [{ url: 'https://example.com/a b' }, 'url'],
  [{ url: '' }, 'url'],
  [{ owner: ' ' }, 'owner'],
  [{ on: '' }, 'on'],
  [{ on: '2026' }, 'on'],
  [{ on: '2026-02-30' }, 'on'],
])('of a link with %j its field is named', (link, part) => {
  expect(pathsOf(link)).toEqual([`prerequisites.customerIcp.${part}`]);
});

test.each(['', '2026-13-01', '2027-02-29', TODAY, '2025-01-01', '2027-11-28'])(
  'a profile is not held until "%s"',
  (reviewDue) => {
    expect(faultsBeside({ ...RIGHT, reviewDue }, TODAY)).toMatchObject([{ path: 'reviewDue' }]);
  },
);

test('every day of the calendar and the day a year after it are days', () => {
  const days = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (asOf) => {
      expect(faultsBeside({ ...RIGHT, reviewDue: aYearAfter(asOf) }, asOf)).toEqual([]);
    }),
  );
});
