import { Button, EmptyState, ErrorState, Flex } from '@hubspot/ui-extensions';

import { LinkedSentence } from '../../common/LinkedSentence.tsx';
import { OutsideLink, type OutsideLinkProps } from '../../common/OutsideLink.tsx';
import type { Failure } from '../../door/ask.ts';
import {
  COMPANY_GONE,
  HUBSPOT_BUSY,
  MAY_NOT_READ,
  NOT_CONNECTED,
  NOT_LOADED,
  NOT_SET_UP,
  TOO_MANY_CALLS,
} from '../../../src/messages/cards.ts';

interface LoadFailureProps {
  failure: Failure;
  onRetry: () => void;
}

/** Shown instead of a scorecard: what went wrong and what to do next. */
export function LoadFailure({ failure, onRetry }: LoadFailureProps) {
  const { code, message, link } = failure;
  if (code === 'not-installed') return <NotInstalled {...{ message, link, onRetry }} />;
  return (
    <ErrorState title={titleOf(failure.code)} type={isPermission(failure.code) ? 'lock' : 'error'}>
      <Flex direction="column" gap="small" align="center">
        <LinkedSentence text={failure.message} />
        <OutsideLink link={failure.link} />
        <Button onClick={onRetry}>Try again</Button>
      </Flex>
    </ErrorState>
  );
}

function isPermission(code: string): boolean {
  return (
    code === 'not-connected' || code === 'missing-scope' || code === 'forbidden' || code === 'wrong-token'
  );
}

function titleOf(code: string): string {
  if (code === 'not-connected') return NOT_CONNECTED;
  if (isPermission(code)) return MAY_NOT_READ;
  if (code === 'company-not-found') return COMPANY_GONE;
  if (code === 'too-many-calls') return TOO_MANY_CALLS;
  return code === 'rate-limited' ? HUBSPOT_BUSY : NOT_LOADED;
}

interface NotInstalledProps extends OutsideLinkProps {
  /** How it gets them. */
  message: string;
  onRetry: () => void;
}

/** The portal has none of the app's properties yet. */
export function NotInstalled({ message, link, onRetry }: NotInstalledProps) {
  return (
    <EmptyState title={NOT_SET_UP} imageName="integrations" imageWidth={120}>
      <Flex direction="column" gap="small" align="start">
        <LinkedSentence text={message} />
        <OutsideLink link={link} />
        <Button onClick={onRetry}>Look again</Button>
      </Flex>
    </EmptyState>
  );
}
