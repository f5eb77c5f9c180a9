import { Button, ErrorState, Flex } from '@hubspot/ui-extensions';

import {
  HUBSPOT_BUSY,
  MAY_NOT_READ,
  NOT_CONNECTED,
  NOT_SET_UP,
  TOO_MANY_CALLS,
} from '../../../src/messages/cards.ts';
import { SETTINGS_NOT_LOADED } from '../../../src/messages/settings-page.ts';

import { LinkedSentence } from '../../common/LinkedSentence.tsx';
import { OutsideLink } from '../../common/OutsideLink.tsx';
import type { Failure } from '../../door/ask.ts';

/** Shown instead of the page: what went wrong and what to do next. */
export function LoadFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <ErrorState
      title={TITLES[failure.code] ?? SETTINGS_NOT_LOADED}
      type={LOCKED.includes(failure.code) ? 'lock' : 'error'}
    >
      <Flex direction="column" gap="small" align="center">
        <LinkedSentence text={failure.message} />
        <OutsideLink link={failure.link} />
        <Button onClick={onRetry}>Try again</Button>
      </Flex>
    </ErrorState>
  );
}

const LOCKED: readonly string[] = ['not-connected', 'missing-scope', 'forbidden', 'wrong-token'];

const TITLES: Readonly<Record<string, string>> = {
  'not-connected': NOT_CONNECTED,
  'missing-scope': MAY_NOT_READ,
  forbidden: MAY_NOT_READ,
  'wrong-token': MAY_NOT_READ,
  'not-installed': NOT_SET_UP,
  'too-many-calls': TOO_MANY_CALLS,
  'rate-limited': HUBSPOT_BUSY,
};
