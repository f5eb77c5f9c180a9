import { dimensionKeysOf } from '../../src/icp/dimension-keys.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';

test.each(SHIPPED_PROFILES)(
  'the six questions of $type are those of its shipped profile, in its order',
  (profile) => {
    expect(dimensionKeysOf(profile.type)).toEqual(profile.dimensions.map(({ key }) => key));
  },
);
