import { Button, Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';

import { dayInWords } from '../../../src/icp/day-in.ts';
import { isOverdue, isReviewOffered } from '../../../src/icp/review.ts';
import {
  NOT_REVIEWED_YET,
  nextRecheck,
  nextReview,
  recheckSince,
  reviewedBy,
} from '../../../src/messages/cards.ts';

import { isWriting } from '../state/card-state.ts';
import type { TabProps } from './card-view.ts';
import { Column } from './layout.tsx';
import { personText } from './sentences.ts';

/** Who reviewed the scorecard when, what is due, and the review itself where the header does not offer it yet. */
export function YearlyReview({ view: { state, record }, session }: Pick<TabProps, 'view' | 'session'>) {
  const { reviewedBy: by, reviewedOn, reviewDue, recheckDue } = record.trail;
  const isUnsaved = Object.keys(state.edits).length > 0;
  if (record.state !== 'judged') return null;
  const parts = [
    reviewedOn === null
      ? NOT_REVIEWED_YET
      : reviewedBy(by === null ? 'somebody' : personText(by, record), dayInWords(reviewedOn)),
    ...(reviewDue === null ? [] : [nextReview(dayInWords(reviewDue))]),
    ...(recheckDue === null
      ? []
      : [(isOverdue(recheckDue, record.asOf) ? recheckSince : nextRecheck)(dayInWords(recheckDue))]),
  ];
  return (
    <Column gap="xs" align="start">
      <Flex align="center" gap="sm">
        <Heading>Yearly review</Heading>
        {isOverdue(reviewDue, record.asOf) && <Tag variant="warning">Overdue</Tag>}
      </Flex>
      <Text>{parts.join(' ')}</Text>
      {!isReviewOffered(reviewDue, record.asOf) && (
        <Button size="xs" disabled={isWriting(state)} onClick={() => void session.review()}>
          {isUnsaved ? 'Save as the yearly review' : 'Reviewed, nothing changed'}
        </Button>
      )}
    </Column>
  );
}
