import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
} from '@hubspot/ui-extensions';

import { pointsOf } from '../../../src/icp/causes.ts';
import { dimensionPoints } from '../../../src/icp/dimension-points.ts';
import { MAX_TOTAL, type Profile, minimumOf } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';

interface PointsTableProps {
  draft: Scorecard;
  profile: Profile;
  verdict: Verdict;
}

/** What each question gives. The minimums have a column where the profile has one. */
export function PointsTable({ draft, profile, verdict }: PointsTableProps) {
  const hasMinimums = Object.keys(profile.deepNeeds).length > 0;
  const columns = ['Rating', 'Counted', 'Weight', 'Points', ...(hasMinimums ? ['Deep needs'] : [])];
  return (
    <Table density="compact" flush>
      <TableHead>
        <TableRow>
          <TableHeader>Question</TableHeader>
          {columns.map((title) => (
            <TableHeader key={title} align="right">
              {title}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {profile.dimensions.map((dimension) => {
          const { key, label, weight } = dimension;
          const minimum = minimumOf(profile, key);
          const cells = [
            ratingOf(draft.ratings, key) ?? 'unknown',
            verdict.counted[key] ?? 'unknown',
            weight,
            dimensionPoints(dimension, draft, profile),
            ...(hasMinimums ? [minimum > 1 ? minimum : '–'] : []),
          ];
          return (
            <TableRow key={key}>
              <TableCell>{label}</TableCell>
              {cells.map((cell, index) => (
                <TableCell key={index} align="right">
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          );
        })}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell colSpan={4}>Total of {MAX_TOTAL}</TableCell>
          <TableCell align="right">{pointsOf(verdict)}</TableCell>
          {hasMinimums && <TableCell>{''}</TableCell>}
        </TableRow>
      </TableFooter>
    </Table>
  );
}
