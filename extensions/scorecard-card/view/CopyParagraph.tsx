import { Button, Flex, Heading, Text } from '@hubspot/ui-extensions';

import { Column } from '../../common/layout.tsx';
import { type CopyText, useCopy } from '../../common/use-copy.ts';

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
