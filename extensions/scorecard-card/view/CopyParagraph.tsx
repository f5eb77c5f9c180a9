import { Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { Column } from '../../common/layout.tsx';

export type CopyText = (text: string) => Promise<void>;

/** The whole verdict as one paragraph, and a button that copies it. */
export function CopyParagraph({ text, copyText }: { text: string; copyText: CopyText }) {
  const [outcome, setOutcome] = useState<{ of: string; words: string } | null>(null);
  const copy = async () => {
    try {
      await copyText(text);
      setOutcome({ of: text, words: 'Copied' });
    } catch {
      // browsers may refuse the clipboard
      setOutcome({ of: text, words: 'The browser refused: select the text and copy it by hand.' });
    }
  };
  return (
    <Column gap="xs">
      <Heading>In one paragraph</Heading>
      <Text>{text}</Text>
      <Flex align="center" gap="sm">
        <Button size="sm" onClick={() => void copy()}>
          Copy
        </Button>
        <Text variant="microcopy">{outcome?.of === text ? outcome.words : ''}</Text>
      </Flex>
    </Column>
  );
}
