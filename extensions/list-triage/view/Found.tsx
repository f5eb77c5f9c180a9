import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';

import { pointsOf } from '../../../src/icp/causes.ts';
import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import { rankPartners } from '../../../src/icp/ranking.ts';
import { LANE_COLOURS } from '../../common/display.ts';
import { partnerRowOf } from '../state/partner-row.ts';
import type { Progress } from '../state/parts.ts';

/** The partners among the selected companies, best first. */
export function Found({ progress }: { progress: Progress }) {
  const rows = progress.found.flatMap((company) => partnerRowOf(company) ?? []);
  return (
    <Table bordered density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Rank</TableHeader>
          <TableHeader>Company</TableHeader>
          <TableHeader>Lane</TableHeader>
          <TableHeader>Total</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rankPartners(rows).map(({ rank, candidate }) => (
          <TableRow key={candidate.companyId}>
            <TableCell>{rank}</TableCell>
            <TableCell>
              <Text>{candidate.name}</Text>
            </TableCell>
            <TableCell>
              <Tag variant={LANE_COLOURS[candidate.lane]}>{LANE_LABELS[candidate.lane]}</Tag>
            </TableCell>
            <TableCell>{pointsOf(candidate)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
