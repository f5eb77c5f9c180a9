import { Alert, Text } from '@hubspot/ui-extensions';

import type { PolicyState } from '../../../src/contract/policy.ts';
import { entryInWords } from '../../../src/icp/entry-in-words.ts';

import { DAMAGED_IN_TABLES } from '../../../src/messages/settings-page.ts';
import { Column } from '../../common/layout.tsx';
import type { CopyText } from '../../common/use-copy.ts';
import { CopyCommand } from './CopyCommand.tsx';

/** Entries of the policy that somebody edited or deleted in HubSpot. */
export function Damaged({ policy, copyText }: { policy: PolicyState; copyText: CopyText }) {
  const { damaged: keys, publishing } = policy;
  if (keys.length === 0) return null;
  const entries = keys.map(entryInWords).join('; ');
  if (publishing.edition === 'oauth')
    return (
      <Alert title="Entries of the policy were changed" variant="danger">
        <Text>{`${entries}: ${DAMAGED_IN_TABLES}`}</Text>
      </Alert>
    );
  return (
    <Alert title="Entries of the policy were edited in HubSpot" variant="danger">
      <Column gap="xs">
        <Text>{`${entries}: nothing is judged by what they say, and nothing can be published. The doctor names what to restore:`}</Text>
        <CopyCommand command="icp doctor" copyText={copyText} />
      </Column>
    </Alert>
  );
}
