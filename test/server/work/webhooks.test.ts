import { editOutside } from '../../portal.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type FollowedPortal, openFollowed } from './followed-portal.ts';

let followed: FollowedPortal;
afterEach(() => followed.close());

test('a server that works in the background follows an edit without being asked', async () => {
  followed = await openFollowed(['ipp_strategic_fit'], {}, { works: 'here' });
  const { portal } = followed;
  const companyId = await scoredCompany(portal);
  const total = async () => (await portal.stored(companyId))['ipp_total'];
  const before = await total();

  await editOutside(portal, companyId, { ipp_strategic_fit: '1' });
  let after = await total();
  while (after === before) after = await total();

  expect(Number(after)).toBeLessThan(Number(before));
});
