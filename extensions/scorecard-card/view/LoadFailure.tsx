import { Button, EmptyState, ErrorState, Flex, Text } from '@hubspot/ui-extensions';

import type { Failure } from '../state/ask.ts';

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

/** The portal has none of the app's properties yet. */
export function NotInstalled({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState title="Partner ICP is not set up in this portal" imageName="integrations" imageWidth={120}>
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
