import { AutoGrid, Flex, StatusTag } from '@hubspot/ui-extensions';

import type { Profile } from '../../../src/icp/profile.ts';
import { type Rating, type Ratings, ratingOf } from '../../../src/icp/ratings.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';

interface StrengthsProps {
  profile: Profile;
  ratings: Ratings;
  verdict: Verdict | null;
}

/** A tag for each dimension: strong or weak by text and colour, and a rating that a flag lowers. */
export function Strengths({ profile, ratings, verdict }: StrengthsProps) {
  return (
    <AutoGrid columnWidth={300} flexible gap="xs">
      {profile.dimensions.map(({ key, label }) => (
        <Flex key={key} align="start">
          <StrengthTag
            label={label}
            rating={ratingOf(ratings, key)}
            counted={verdict?.counted[key] ?? null}
          />
        </Flex>
      ))}
    </AutoGrid>
  );
}

interface StrengthTagProps {
  label: string;
  rating: Rating | null;
  counted: Rating | null;
}

function StrengthTag({ label, rating, counted }: StrengthTagProps) {
  const words = `${label} ${rating ?? 'unknown'}`;
  if (rating !== null && counted !== null && counted < rating)
    return <StatusTag variant="warning">{`${words}, counts as ${counted}`}</StatusTag>;
  if (rating === null || rating === 3) return <StatusTag hollow>{words}</StatusTag>;
  return rating > 3 ? (
    <StatusTag variant="success">{`${words}, strong`}</StatusTag>
  ) : (
    <StatusTag variant="danger">{`${words}, weak`}</StatusTag>
  );
}
