import { Button, EmptyState, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';

import { laneWarnings, weightWarnings } from '../../../src/icp/publish-warnings.ts';
import {
  EMPTY_PORTFOLIO,
  PREVIEW_NEEDS_DRAFT,
  PREVIEW_UPDATING,
  PREVIEW_WAITS,
  PREVIEW_WRITES_NOTHING,
  brokenOffAt,
  readOn,
  readSoFar,
} from '../../../src/messages/settings-page.ts';

import { counted } from '../../common/display.ts';
import { Column, Notice } from '../../common/layout.tsx';
import { type Portfolio, UNREAD } from '../state/portfolio.ts';
import type { DraftProps, TypeProps } from './page-props.ts';
import { Moves, Nearest, Sensitivity, movesText } from './PreviewParts.tsx';
import { figure, momentText } from './sentences.ts';
import { usePreview } from './use-preview.ts';

/** What the draft would change, over every scorecard of the type. */
export function PreviewTab(props: TypeProps) {
  if (props.editor === null)
    return (
      <EmptyState title="Nothing to preview" imageName="emptyStateCharts" imageWidth={80} flush>
        <Text>{PREVIEW_NEEDS_DRAFT}</Text>
      </EmptyState>
    );
  return <PreviewOf {...props} editor={props.editor} />;
}

function PreviewOf(props: DraftProps) {
  const portfolio = props.state.portfolios[props.policy.type] ?? UNREAD;
  const { preview, isOld, isUpdating } = usePreview(props);
  const warnings =
    preview === null ? [] : [...weightWarnings(props.editor.body.profile), ...laneWarnings(preview)];
  return (
    <Column gap="md">
      <Text variant="microcopy">{PREVIEW_WRITES_NOTHING}</Text>
      <Reading {...props} portfolio={portfolio} isMain />
      {isUpdating && <Text>{PREVIEW_UPDATING}</Text>}
      {portfolio.read > 0 && isOld && !isUpdating && (
        <Notice title="The draft has faults" sentences={[PREVIEW_WAITS]} />
      )}
      {warnings.length > 0 && (
        <Notice title="Before you publish" sentences={warnings.map(({ message }) => message)} />
      )}
      {preview !== null && preview.scorecards > 0 && (
        <>
          <Moves {...props} preview={preview} />
          <Nearest preview={preview} />
          <Sensitivity profile={props.editor.body.profile} preview={preview} />
        </>
      )}
      {portfolio.readAt !== null && portfolio.cards.length === 0 && (
        <EmptyState title="Nobody is rated yet" imageName="companies" imageWidth={80} flush>
          <Text>{EMPTY_PORTFOLIO}</Text>
        </EmptyState>
      )}
      {portfolio.left.length > 0 && (
        <Notice
          title={`${counted(portfolio.left.length, 'scorecard')} left out`}
          sentences={portfolio.left.slice(0, MOST_LEFT).map(({ name, reason }) => `${name}: ${reason}`)}
        />
      )}
    </Column>
  );
}

/** Of companies that cannot be judged so many are named. */
const MOST_LEFT = 10;

/** How far the portfolio is read, and the buttons that read it. */
function Reading({
  state,
  session,
  policy,
  zone,
  portfolio,
  isMain = false,
}: DraftProps & { portfolio: Portfolio; isMain?: boolean }) {
  const { isReading, total, read, failure, readAt } = portfolio;
  const { type } = policy;
  if (isReading)
    return (
      <ProgressBar
        title="Reading scorecards"
        value={read}
        maxValue={Math.max(total ?? 1, 1)}
        valueDescription={total === null ? 'Counting' : readSoFar(figure(read), figure(total))}
      />
    );
  if (failure !== null)
    return (
      <Notice
        title="Not everything was read"
        variant="danger"
        sentences={[
          ...(read > 0 && total !== null ? [brokenOffAt(figure(read), figure(total))] : []),
          failure.message,
        ]}
        link={failure.link}
        actions={[
          { label: read > 0 ? 'Go on' : 'Try again', act: () => session.readPortfolio(type, read === 0) },
        ]}
      />
    );
  if (readAt === null)
    return (
      <Flex>
        <Button
          size="sm"
          variant={isMain ? 'primary' : 'secondary'}
          disabled={!state.policy.hasHome}
          onClick={() => void session.readPortfolio(type, true)}
        >
          Read scorecards
        </Button>
      </Flex>
    );
  return (
    <Flex align="center" gap="sm" wrap>
      <Text inline variant="microcopy">
        {readOn(momentText(readAt, zone), counted(read, 'company', 'companies'))}
      </Text>
      <Button size="xs" onClick={() => void session.readPortfolio(type, true)}>
        Read again
      </Button>
    </Flex>
  );
}

/** Beside the weights: who would change lane, in one line, and a way to all of it. */
export function LivePreview({ onMore, ...props }: DraftProps & { onMore: () => void }) {
  const portfolio = props.state.portfolios[props.policy.type] ?? UNREAD;
  const { preview, isOld, isUpdating } = usePreview(props);
  if (portfolio.isReading || preview === null) return <Reading {...props} portfolio={portfolio} />;
  return (
    <Flex align="center" gap="sm" wrap>
      <Text inline>{isOld ? `Last: ${movesText(preview)}` : movesText(preview)}</Text>
      {isUpdating && <Text inline>{PREVIEW_UPDATING}</Text>}
      <Button size="xs" onClick={onMore}>
        Show who
      </Button>
    </Flex>
  );
}
