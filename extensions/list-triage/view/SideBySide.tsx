import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';

import type { ComparedAnswer } from '../../../src/icp/compare-partners.ts';
import { POINTS_AS_RATED, noPoints, standsFirst } from '../../../src/messages/list-triage.ts';
import { Column } from '../../common/layout.tsx';
import { OutsideLink } from '../../common/OutsideLink.tsx';
import { type Failure, ask } from '../../door/ask.ts';
import { columnOf } from '../state/columns.ts';
import { type Profiles, compareRows, isCapped, profileAsked } from '../state/compared.ts';
import type { PartnerRow } from '../state/partner-row.ts';
import type { Place } from '../state/place.ts';

/** What both sides are asked above their answers. */
const FACTS = ['rank', 'lane', 'total', 'clearance', 'missing', 'decision', 'owner', 'next'].map(columnOf);

/** Two partners: what decides between them, then question by question. */
export function SideBySide({ one, other }: { one: Place; other: Place }) {
  const { profiles, failure } = useProfiles([one.row, other.row]);
  const { rows, first, sentence } = compareRows(one.row, other.row, profiles);
  const ahead = first === 'one' ? one : other;
  return (
    <Column>
      <Text>{standsFirst(ahead.row.name, sentence)}</Text>
      <Table bordered density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Question</TableHeader>
            <TableHeader>{one.row.name}</TableHeader>
            <TableHeader>{other.row.name}</TableHeader>
            <TableHeader>Ahead</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {FACTS.map(({ key, label, text }) => (
            <TableRow key={key}>
              <TableCell>{label}</TableCell>
              <TableCell>{text(one) || '-'}</TableCell>
              <TableCell>{text(other) || '-'}</TableCell>
              <TableCell>{''}</TableCell>
            </TableRow>
          ))}
          {rows.map(({ key, label, one: left, other: right, levels, points }) => (
            <TableRow key={key}>
              <TableCell>{label}</TableCell>
              <TableCell>{answerText(left)}</TableCell>
              <TableCell>{answerText(right)}</TableCell>
              <TableCell>{aheadText({ levels, points }, one.row.name, other.row.name)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {[one, other].some(({ row }) => isCapped(row, profiles)) && (
        <Text variant="microcopy">{POINTS_AS_RATED}</Text>
      )}
      {failure !== null && (
        <>
          <Text variant="microcopy">{noPoints(failure.message)}</Text>
          <OutsideLink link={failure.link} />
        </>
      )}
    </Column>
  );
}

/** `4 (100 points)`, `Unknown`, or that its type does not ask. */
function answerText(answer: ComparedAnswer | null): string {
  if (answer === null) return 'Not asked of its type';
  if (answer.rating === null) return 'Unknown';
  return answer.points === null ? `${answer.rating}` : `${answer.rating} (${answer.points} points)`;
}

function aheadText(
  { levels, points }: { levels: number | null; points: number | null },
  one: string,
  other: string,
): string {
  if (levels === null) return '';
  if (levels === 0) return 'Level';
  const by = points === null ? '' : ` (${Math.abs(points)} points)`;
  return `${levels > 0 ? one : other} by ${Math.abs(levels)}${by}`;
}

/** The profiles that the partners are judged by: their weights make points of ratings. */
function useProfiles(rows: readonly PartnerRow[]): { profiles: Profiles; failure: Failure | null } {
  const [profiles, setProfiles] = useState<Profiles>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const versions = [...new Set(rows.map(({ profileVersion }) => profileVersion))].sort().join(' ');
  useEffect(() => {
    let isStale = false;
    setFailure(null);
    for (const version of versions.split(' ')) {
      const asked = profileAsked(version);
      if (asked === null) continue;
      void ask('show-profile', asked).then((found) => {
        if (isStale) return;
        if (found.ok) setProfiles((known) => ({ ...known, [version]: found.answer }));
        else setFailure(found.failure);
      });
    }
    return () => {
      isStale = true;
    };
  }, [versions]);
  return { profiles, failure };
}
