import { Alert, Text } from '@hubspot/ui-extensions';

import { entryInWords } from '../../../src/icp/entry-in-words.ts';

import { Column } from '../../common/layout.tsx';
import type { CopyText } from '../../common/use-copy.ts';
import { CopyCommand } from './CopyCommand.tsx';

/** Entries of the policy that somebody edited or deleted in HubSpot. */
export function Damaged({ keys, copyText }: { keys: readonly string[]; copyText: CopyText }) {
  if (keys.length === 0) return null;
  return (
    <Alert title="Entries of the policy were edited in HubSpot" variant="danger">
      <Column gap="xs">
        <Text>{`${keys.map(entryInWords).join('; ')}: nothing is judged by what they say, and nothing can be published. The doctor names what to restore:`}</Text>
        <CopyCommand command="icp doctor" copyText={copyText} />
      </Column>
    </Alert>
  );
}
