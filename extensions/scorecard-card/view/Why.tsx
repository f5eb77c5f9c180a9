import {
  Heading,
  List,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';

import { pointsOf } from '../../../src/icp/causes.ts';
import { marginSentences, verdictParagraph } from '../../../src/icp/sentences.ts';
import { MAX_TOTAL, type Profile } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';

import { Column } from './layout.tsx';
import type { TabProps } from './card-view.ts';
import { CopyParagraph } from './CopyParagraph.tsx';
import { dimensionPoints } from './points.ts';

/** What the lane follows from, and what would change it. */
export function Why({ view: { record, draft, profile, verdict }, actions }: TabProps) {
  if (verdict === null)
    return <Text>Nothing to explain yet: no rating is given, or nothing may be judged.</Text>;
  const margin = marginSentences(profile, verdict);
  return (
    <Column gap="md">
      <PointsTable draft={draft} profile={profile} verdict={verdict} />
      <Section title="What made the lane" sentences={verdict.causes.map(({ text }) => text)} />
      {margin.length > 0 && <Section title="What would change it" sentences={margin} />}
      {verdict.next !== '' && <Section title="Next step" sentences={[verdict.next]} />}
      <Text variant="microcopy">{profile.origin}</Text>
      <CopyParagraph
        text={verdictParagraph(record.companyName, draft, profile, verdict)}
        copyText={actions.copyTextToClipboard}
      />
    </Column>
  );
}

function Section({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Column gap="xs">
      <Heading>{title}</Heading>
      <List variant="unordered-styled">
        {sentences.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </List>
    </Column>
  );
}

const COLUMNS = ['Weight', 'Rating', 'Counts as', 'Points'];

interface PointsTableProps {
  draft: Scorecard;
  profile: Profile;
  verdict: Verdict;
}

function PointsTable({ draft, profile, verdict }: PointsTableProps) {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Dimension</TableHeader>
          {COLUMNS.map((title) => (
            <TableHeader key={title} align="right">
              {title}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {profile.dimensions.map((dimension) => (
          <TableRow key={dimension.key}>
            <TableCell>{dimension.label}</TableCell>
            <TableCell align="right">{dimension.weight}</TableCell>
            <TableCell align="right">{ratingOf(draft.ratings, dimension.key) ?? 'unknown'}</TableCell>
            <TableCell align="right">{verdict.counted[dimension.key] ?? 'unknown'}</TableCell>
            <TableCell align="right">{dimensionPoints(dimension, draft, profile)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell colSpan={4}>Total of {MAX_TOTAL}</TableCell>
          <TableCell align="right">{pointsOf(verdict)}</TableCell>
        </TableRow>
      </TableFooter>
    </Table>
  );
}
