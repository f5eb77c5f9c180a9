import {
  Accordion,
  Flex,
  Heading,
  Statistics,
  StatisticsItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';

import { LANE_LABELS, type LaneOrUndecided } from '../../../src/icp/lanes.ts';
import type { Preview, PreviewedCard } from '../../../src/icp/preview.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { hasShares } from '../../../src/icp/publish-warnings.ts';
import { FEW_SCORECARDS, NOBODY_MOVES } from '../../../src/messages/settings-page.ts';

import { LANE_COLOURS, counted } from '../../common/display.ts';
import { Column } from '../../common/layout.tsx';
import type { DraftProps } from './page-props.ts';
import { figure, pointsText, versionOfKey } from './sentences.ts';

/** `12 of 48 change lane: 5 Deep -> Fast lane, 7 Fast lane -> No lane.` */
export function movesText({ moves, scorecards }: Preview): string {
  if (moves.length === 0) return `${NOBODY_MOVES} ${counted(scorecards, 'scorecard')} judged.`;
  const all = moves.reduce((count, { cards }) => count + cards.length, 0);
  const parts = moves.map(
    ({ from, to, cards }) => `${figure(cards.length)} ${LANE_LABELS[from]} -> ${LANE_LABELS[to]}`,
  );
  return `${figure(all)} of ${figure(scorecards)} change lane: ${parts.join(', ')}.`;
}

const Lane = ({ lane }: { lane: LaneOrUndecided }) => (
  <Tag variant={LANE_COLOURS[lane]}>{LANE_LABELS[lane]}</Tag>
);

/** How many of one lane are named before a fold. */
const SHOWN = 20;

/** Who changes lane, and how many are in each lane before and after. */
export function Moves({ preview, policy }: DraftProps & { preview: Preview }) {
  const lanes = ['deep', 'fast', 'pass', 'undecided'] as const;
  return (
    <Column gap="sm">
      <Heading>{movesText(preview)}</Heading>
      {!hasShares(preview) && <Text variant="microcopy">{FEW_SCORECARDS}</Text>}
      <Statistics>
        {lanes.map((lane) => (
          <StatisticsItem
            key={lane}
            label={LANE_LABELS[lane]}
            number={`${preview.before[lane]} -> ${preview.after[lane]}`}
          />
        ))}
      </Statistics>
      {preview.moves.map(({ from, to, cards }) => (
        <Column key={`${from} ${to}`} gap="xs">
          <Flex align="center" gap="xs" wrap>
            <Lane lane={from} />
            <Text inline>to</Text>
            <Lane lane={to} />
            <Text inline>{counted(cards.length, 'company', 'companies')}</Text>
          </Flex>
          <Movers cards={cards.slice(0, SHOWN)} policy={policy} />
          {cards.length > SHOWN && (
            <Accordion title={`${figure(cards.length - SHOWN)} more`} size="sm">
              <Movers cards={cards.slice(SHOWN)} policy={policy} />
            </Accordion>
          )}
        </Column>
      ))}
    </Column>
  );
}

function Movers({ cards, policy }: { cards: readonly PreviewedCard[]; policy: DraftProps['policy'] }) {
  return (
    <Table bordered density="compact">
      <TableHead>
        <TableRow>
          <TableHeader>Company</TableHeader>
          <TableHeader>Judged by</TableHeader>
          <TableHeader>Points today</TableHeader>
          <TableHeader>By the draft</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {cards.map((card) => (
          <TableRow key={card.companyId}>
            <TableCell>{card.companyName}</TableCell>
            <TableCell>{versionOfKey(card.profileVersion, policy)}</TableCell>
            <TableCell>{pointsText(card.before)}</TableCell>
            <TableCell>{pointsText(card.after)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Whose lane hangs on a few points. */
export function Nearest({ preview: { nearest } }: { preview: Preview }) {
  if (nearest.length === 0) return null;
  return (
    <Column gap="xs">
      <Heading>Nearest to a floor</Heading>
      <Table bordered density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>Company</TableHeader>
            <TableHeader>Points by the draft</TableHeader>
            <TableHeader>Floor</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {nearest.map(({ companyId, companyName, after, floor, points }) => (
            <TableRow key={companyId}>
              <TableCell>{companyName}</TableCell>
              <TableCell>{pointsText(after)}</TableCell>
              <TableCell>{`${distanceText(points)} of ${LANE_LABELS[floor]}`}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Column>
  );
}

function distanceText(points: number): string {
  if (points === 0) return 'on the floor';
  return points > 0 ? `${points} above the floor` : `${-points} below the floor`;
}

/** Which weight decides the most lanes. */
export function Sensitivity({ profile, preview }: { profile: Profile; preview: Preview }) {
  if (preview.complete === 0) return null;
  return (
    <Column gap="xs">
      <Heading>What the weights decide</Heading>
      <Text variant="microcopy">
        Complete scorecards that change lane when one weight moves by so much, up or down, and the others make
        room.
      </Text>
      <Table bordered density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>Dimension</TableHeader>
            <TableHeader>Within 5 points</TableHeader>
            <TableHeader>Within 10 points</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {preview.sensitivity.map(({ dimension, within5, within10 }) => (
            <TableRow key={dimension}>
              <TableCell>
                {profile.dimensions.find(({ key }) => key === dimension)?.label ?? dimension}
              </TableCell>
              <TableCell>{figure(within5)}</TableCell>
              <TableCell>{figure(within10)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Column>
  );
}
