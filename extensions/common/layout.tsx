import { Alert, type AlertProps, AutoGrid, Button, Flex, type FlexProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { LinkedSentence } from './LinkedSentence.tsx';
import { OutsideLink, type OutsideLinkProps } from './OutsideLink.tsx';

/** Stacks its children. */
export function Column({ gap = 'sm', align, children }: Pick<FlexProps, 'gap' | 'align' | 'children'>) {
  return (
    <Flex direction="column" gap={gap} {...(align !== undefined && { align })}>
      {children}
    </Flex>
  );
}

/** Two things side by side, or below each other where the card is narrow. */
export function Pair({ children }: { children: ReactNode }) {
  return (
    <AutoGrid columnWidth={300} flexible gap="sm">
      {children}
    </AutoGrid>
  );
}

/** A button: what it says, and what it does. */
export interface Action {
  label: string;
  act: () => unknown;
  isDisabled?: boolean;
}

/** Small buttons in a row. */
export function Actions({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  return (
    <Flex gap="sm" wrap>
      {actions.map(({ label, act, isDisabled = false }) => (
        <Button key={label} size="xs" disabled={isDisabled} onClick={() => void act()}>
          {label}
        </Button>
      ))}
    </Flex>
  );
}

interface NoticeProps {
  title: string;
  variant?: NonNullable<AlertProps['variant']>;
  sentences: readonly string[];
  actions?: readonly Action[];
  /** Where outside HubSpot it is seen to. */
  link?: OutsideLinkProps['link'];
}

/** An alert of sentences, with buttons. */
export function Notice({ title, variant = 'warning', sentences, actions = [], link }: NoticeProps) {
  return (
    <Alert title={title} variant={variant}>
      <Column gap="xs" align="start">
        {sentences.map((sentence) => (
          <LinkedSentence key={sentence} text={sentence} />
        ))}
        <OutsideLink link={link} />
        <Actions actions={actions} />
      </Column>
    </Alert>
  );
}
