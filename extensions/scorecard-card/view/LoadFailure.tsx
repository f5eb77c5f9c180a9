import { Button, EmptyState, ErrorState, Flex, Text } from '@hubspot/ui-extensions';

import type { Failure } from '../../door/ask.ts';
import {
  COMPANY_GONE,
  HUBSPOT_BUSY,
  MAY_NOT_READ,
  NOT_LOADED,
  NOT_SET_UP,
} from '../../../src/messages/cards.ts';

interface LoadFailureProps {
  failure: Failure;
  onRetry: () => void;
}

/** Shown instead of a scorecard: what went wrong and what to do next. */
export function LoadFailure({ failure, onRetry }: LoadFailureProps) {
  if (failure.code === 'not-installed') return <NotInstalled onRetry={onRetry} />;
  return (
    <ErrorState title={titleOf(failure.code)} type={isPermission(failure.code) ? 'lock' : 'error'}>
      <Flex direction="column" gap="small" align="center">
        <Text>{failure.message}</Text>
        <Button onClick={onRetry}>Try again</Button>
      </Flex>
    </ErrorState>
  );
}

function isPermission(code: string): boolean {
  return code === 'missing-scope' || code === 'forbidden' || code === 'wrong-token';
}

function titleOf(code: string): string {
  if (isPermission(code)) return MAY_NOT_READ;
  if (code === 'company-not-found') return COMPANY_GONE;
  return code === 'rate-limited' ? HUBSPOT_BUSY : NOT_LOADED;
}

/** The portal has none of the app's properties yet. */
export function NotInstalled({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState title={NOT_SET_UP} imageName="integrations" imageWidth={120}>
      <Flex direction="column" gap="small" align="start">
        <Text>
          An admin runs the installer once: icp install. It adds the group "Partner ICP" with its properties
          to companies, and changes nothing else.
        </Text>
        <Button onClick={onRetry}>Look again</Button>
      </Flex>
    </EmptyState>
  );
}
