import { Button, Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';

import { isOverdue, isReviewOffered } from '../../../src/icp/review.ts';
import { isWriting } from '../state/card-state.ts';
import type { TabProps } from './card-view.ts';
import { Column } from '../../common/layout.tsx';

/** Who reviewed the scorecard when, what is due, and the review itself where the header does not offer it yet. */
export function YearlyReview({ view: { state, record }, session }: Pick<TabProps, 'view' | 'session'>) {
  const { reviewDue } = record.trail;
  const isUnsaved = Object.keys(state.edits).length > 0;
  if (record.state !== 'judged') return null;
  return (
    <Column gap="xs" align="start">
      <Flex align="center" gap="sm">
        <Heading>Yearly review</Heading>
        {isOverdue(reviewDue, record.asOf) && <Tag variant="warning">Overdue</Tag>}
      </Flex>
      <Text>{record.texts.review}</Text>
      {!isReviewOffered(reviewDue, record.asOf) && (
        <Button size="xs" disabled={isWriting(state)} onClick={() => void session.review()}>
          {isUnsaved ? 'Save as the yearly review' : 'Reviewed, nothing changed'}
        </Button>
      )}
    </Column>
  );
}
