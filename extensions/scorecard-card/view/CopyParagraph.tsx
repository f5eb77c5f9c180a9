import { Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { Column } from '../../common/layout.tsx';

export type CopyText = (text: string) => Promise<void>;

interface CopyParagraphProps {
  title: string;
  /** What to know before it is used. */
  hint?: string;
  /** Lines of it are shown one below the other. */
  text: string;
  label?: string;
  copyText: CopyText;
}

/** A text in sight, and a button that copies it. */
export function CopyParagraph({ title, hint, text, label = 'Copy', copyText }: CopyParagraphProps) {
  const { copied, copy } = useCopy(copyText);
  return (
    <Column gap="xs">
      <Heading>{title}</Heading>
      {hint !== undefined && <Text variant="microcopy">{hint}</Text>}
      <TextLines text={text} />
      <Flex align="center" gap="sm">
        <Button size="sm" onClick={() => void copy(text)}>
          {label}
        </Button>
        <Text variant="microcopy">{copied?.of === text ? copied.words : ''}</Text>
      </Flex>
    </Column>
  );
}

/** HubSpot's text shows no line break. */
export function TextLines({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, nth) => <Text key={`${nth} ${line}`}>{line}</Text>);
}

/** Copies a text, and says what came of it. */
export function useCopy(copyText: CopyText) {
  const [copied, setCopied] = useState<{ of: string; words: string; isDone: boolean } | null>(null);
  const copy = async (text: string) => {
    try {
      await copyText(text);
      setCopied({ of: text, words: 'Copied', isDone: true });
    } catch {
      // browsers may refuse the clipboard
      const words = 'The browser refused: select the text and copy it by hand.';
      setCopied({ of: text, words, isDone: false });
    }
  };
  return { copied, copy };
}
