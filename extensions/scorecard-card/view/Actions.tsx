import { Button, Flex } from '@hubspot/ui-extensions';

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
