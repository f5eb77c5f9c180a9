import { Button, ErrorState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import type { Stored } from './summary.ts';
import { SUMMARY_UNREADABLE, SUMMARY_WITHOUT_PROPERTIES } from '../../src/messages/cards.ts';

interface ReadingProps {
  properties: Stored;
  error: Error | null;
  isLoading: boolean;
  refetch: () => Promise<void>;
  children: (stored: Stored) => ReactNode;
}

/** Shows the properties, or that they load, or why they cannot be read. */
export function Reading({ properties, error, isLoading, refetch, children }: ReadingProps) {
  if (isLoading) return <LoadingSpinner label="Reading the partner summary" showLabel />;
  if (error === null)
    return (
      <Flex direction="column" gap="sm">
        {children(properties)}
      </Flex>
    );
  return (
    <ErrorState title={SUMMARY_UNREADABLE}>
      <Flex direction="column" gap="sm" align="center">
        <Text>{SUMMARY_WITHOUT_PROPERTIES}</Text>
        <Button onClick={() => void refetch()}>Try again</Button>
      </Flex>
    </ErrorState>
  );
}
