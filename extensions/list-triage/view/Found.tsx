import { EmptyState, ErrorState, Button, Flex, Text } from '@hubspot/ui-extensions';

import { SET_UP } from '../../door/set-up.ts';
import { NOT_SET_UP } from '../../../src/messages/cards.ts';
import * as say from '../../../src/messages/list-triage.ts';
import { Column, Notice } from '../../common/layout.tsx';
import type { Progress } from '../state/parts.ts';
import { isNotInstalled, placesOf } from '../state/place.ts';
import type { Panes, PanesProps } from './panes.tsx';
import { Ranking } from './Ranking.tsx';

export interface FoundProps extends Pick<PanesProps, 'by' | 'reloadPage'> {
  progress: Progress;
  copyText: (text: string) => Promise<void>;
  closeOverlay: (id: string) => void;
  onRetry: () => void;
  panes: Panes;
}

/** What came of the reading: the ranking, with what is not in it told apart. */
export function Found({ progress, copyText, closeOverlay, onRetry, panes, by, reloadPage }: FoundProps) {
  const { selected, failed, found, failure } = progress;
  if (failed === selected)
    return (
      <ErrorState title={say.NOT_READ}>
        <Flex direction="column" gap="sm" align="center">
          <Text>{say.READ_AGAIN}</Text>
          <Text variant="microcopy">{say.hubSpotSays(failure)}</Text>
          <Button onClick={onRetry}>Try again</Button>
        </Flex>
      </ErrorState>
    );
  if (isNotInstalled(found))
    return (
      <EmptyState title={NOT_SET_UP}>
        <Text>{SET_UP}</Text>
      </EmptyState>
    );
  const { places, notScored } = placesOf(found);
  const missing = selected - failed - found.length;
  const comparison =
    places.length === 0 ? (
      <EmptyState title={say.NONE_SCORED}>
        <Text>{say.SCORE_FIRST}</Text>
      </EmptyState>
    ) : (
      <Ranking {...{ places, copyText, closeOverlay }} />
    );
  return (
    <Column>
      {failed > 0 && (
        <Notice
          title={say.notAllRead(failed, selected)}
          sentences={[say.RANKING_WITHOUT_THEM, say.hubSpotSays(failure)]}
          actions={[{ label: 'Try again', act: onRetry }]}
        />
      )}
      <Text>
        {say.counts([
          say.ranked(places.length, selected),
          ...(notScored > 0 ? [say.notScored(notScored, selected)] : []),
          ...(missing > 0 ? [say.notFound(missing, selected)] : []),
        ])}
      </Text>
      {found.length === 0 ? (
        comparison
      ) : (
        <panes.Body {...{ comparison, found, by, reloadPage }} isAnyRanked={places.length > 0} />
      )}
    </Column>
  );
}
