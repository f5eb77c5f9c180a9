import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';

import type { Failure } from '../state/ask.ts';
import { NotInstalled } from './NotInstalled.tsx';

interface LoadFailureProps {
  failure: Failure;
  onRetry: () => void;
}

/** Instead of a scorecard: what went wrong, and what to do next. */
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
  return code === 'missing-scope' || code === 'wrong-token';
}

function titleOf(code: string): string {
  if (isPermission(code)) return 'The app has no permission to read this scorecard';
  switch (code) {
    case 'company-not-found':
      return 'This company is gone';
    case 'rate-limited':
      return 'HubSpot is busy';
    default:
      return 'The scorecard could not be loaded';
  }
}
