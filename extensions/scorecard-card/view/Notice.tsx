import { Alert, type AlertProps, Text } from '@hubspot/ui-extensions';

import { type Action, Actions } from './Actions.tsx';
import { Column } from './Column.tsx';

interface NoticeProps {
  title: string;
  variant?: NonNullable<AlertProps['variant']>;
  sentences: readonly string[];
  actions?: readonly Action[];
}

/** Something to know, and what can be done about it. */
export function Notice({ title, variant = 'warning', sentences, actions = [] }: NoticeProps) {
  return (
    <Alert title={title} variant={variant}>
      <Column gap="xs" align="start">
        {sentences.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
        <Actions actions={actions} />
      </Column>
    </Alert>
  );
}
