import { Button } from '@hubspot/ui-extensions';

interface QuietButtonProps {
  label: string;
  act?: () => unknown;
  isDisabled?: boolean;
}

/** A small button in a line of text. */
export function QuietButton({ label, act, isDisabled = false }: QuietButtonProps) {
  return (
    <Button size="xs" variant="transparent" disabled={isDisabled} onClick={() => void act?.()}>
      {label}
    </Button>
  );
}
