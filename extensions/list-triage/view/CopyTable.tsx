import { Button, Flex, Text } from '@hubspot/ui-extensions';

import { CLIPBOARD_REFUSED, COPIED } from '../../../src/messages/list-triage.ts';
import { type CopyText, useCopy } from '../../common/use-copy.ts';

interface CopyTableProps {
  text: string;
  copyText: CopyText;
}

/** A button that copies the table as it is shown, and what came of it. */
export function CopyTable({ text, copyText }: CopyTableProps) {
  const { copied, copy } = useCopy(copyText, { done: COPIED, refused: CLIPBOARD_REFUSED });
  return (
    <Flex align="center" gap="sm" wrap>
      <Button size="sm" onClick={() => void copy(text)}>
        Copy as a table
      </Button>
      <Text inline variant="microcopy">
        {copied?.of === text ? copied.words : ''}
      </Text>
    </Flex>
  );
}
