import { LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useEffect } from 'react';

import { Column } from '../../common/layout.tsx';
import type { TabProps } from './card-view.ts';

/** Who changed what, newest first, and why the lane changed. */
export function History({ view: { state }, session }: TabProps) {
  const { history, isReading, failure } = state.history;
  useEffect(() => {
    void session.readHistory();
  }, [session]);
  if (history === null)
    return isReading ? (
      <LoadingSpinner label="Reading the history" showLabel />
    ) : (
      <Text>{failure?.message ?? ''}</Text>
    );
  return (
    <Column gap="sm">
      {history.entries.map(({ key, title }) => (
        <Text key={key}>{title}</Text>
      ))}
    </Column>
  );
}
