import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';

import {
  HUBSPOT_BUSY,
  MAY_NOT_READ,
  NOT_CONNECTED,
  NOT_SET_UP,
  TOO_MANY_CALLS,
} from '../../../src/messages/cards.ts';
import { SETTINGS_NOT_LOADED } from '../../../src/messages/settings-page.ts';

import { OutsideLink } from '../../common/OutsideLink.tsx';
import type { Failure } from '../../door/ask.ts';

/** Shown instead of the page: what went wrong and what to do next. */
export function LoadFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const isLocked = ['missing-scope', 'forbidden', 'wrong-token'].includes(failure.code);
  return (
    <ErrorState
      title={isLocked ? MAY_NOT_READ : (TITLES[failure.code] ?? SETTINGS_NOT_LOADED)}
      type={isLocked ? 'lock' : 'error'}
    >
      <Flex direction="column" gap="small" align="center">
        <Text>{failure.message}</Text>
        <OutsideLink link={failure.link} />
        <Button onClick={onRetry}>Try again</Button>
      </Flex>
    </ErrorState>
  );
}

const TITLES: Readonly<Record<string, string>> = {
  'not-connected': NOT_CONNECTED,
  'not-installed': NOT_SET_UP,
  'too-many-calls': TOO_MANY_CALLS,
  'rate-limited': HUBSPOT_BUSY,
};
