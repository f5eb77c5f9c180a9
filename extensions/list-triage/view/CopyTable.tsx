import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { CLIPBOARD_REFUSED, COPIED } from '../../../src/messages/list-triage.ts';

interface CopyTableProps {
  text: string;
  copyText: (text: string) => Promise<void>;
}

/** A button that copies the table as it is shown, and what came of it. */
export function CopyTable({ text, copyText }: CopyTableProps) {
  const [outcome, setOutcome] = useState<{ of: string; words: string } | null>(null);
  const copy = async () => {
    try {
      await copyText(text);
      setOutcome({ of: text, words: COPIED });
    } catch {
      // browsers may refuse the clipboard
      setOutcome({ of: text, words: CLIPBOARD_REFUSED });
    }
  };
  return (
    <Flex align="center" gap="sm" wrap>
      <Button size="sm" onClick={() => void copy()}>
        Copy as a table
      </Button>
      <Text inline variant="microcopy">
        {outcome?.of === text ? outcome.words : ''}
      </Text>
    </Flex>
  );
}
