import { Button, Flex, Text } from '@hubspot/ui-extensions';

import { type CopyText, useCopy } from '../../common/use-copy.ts';

const COMMAND_REFUSED = 'The browser refused: select the command and copy it by hand.';

/** A command of the terminal, with a button that copies it. */
export function CopyCommand({ command, copyText }: { command: string; copyText: CopyText }) {
  const { copied, copy } = useCopy(copyText, { refused: COMMAND_REFUSED });
  return (
    <Flex align="center" gap="sm" wrap>
      <Text inline format={{ fontWeight: 'demibold' }}>
        {command}
      </Text>
      <Button size="xs" onClick={() => void copy(command)}>
        Copy
      </Button>
      <Text inline variant="microcopy">
        {copied?.of === command ? copied.words : ''}
      </Text>
    </Flex>
  );
}
