import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

export type CopyText = (text: string) => Promise<void>;

/** A command of the terminal, with a button that copies it. */
export function CopyCommand({ command, copyText }: { command: string; copyText: CopyText }) {
  const [outcome, setOutcome] = useState<{ of: string; words: string } | null>(null);
  const copy = async () => {
    try {
      await copyText(command);
      setOutcome({ of: command, words: 'Copied' });
    } catch {
      // browsers may refuse the clipboard
      setOutcome({ of: command, words: 'The browser refused: select the command and copy it by hand.' });
    }
  };
  return (
    <Flex align="center" gap="sm" wrap>
      <Text inline format={{ fontWeight: 'demibold' }}>
        {command}
      </Text>
      <Button size="xs" onClick={() => void copy()}>
        Copy
      </Button>
      <Text inline variant="microcopy">
        {outcome?.of === command ? outcome.words : ''}
      </Text>
    </Flex>
  );
}
