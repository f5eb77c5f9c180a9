import { Text } from '@hubspot/ui-extensions';

import { REJUDGE_BY_TERMINAL } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import { CopyCommand } from './CopyCommand.tsx';
import type { TypeProps } from './page-props.ts';

/** How all scorecards of the type take the current profile over in the private edition. */
export function RejudgeByTerminal({ policy, copyText }: TypeProps) {
  return (
    <Column gap="xs">
      <Text>{REJUDGE_BY_TERMINAL}</Text>
      <CopyCommand command={`icp rejudge --type ${policy.type} --dry-run`} copyText={copyText} />
    </Column>
  );
}
