import { EmptyState, Text } from '@hubspot/ui-extensions';

import {
  NO_HOME_STILL_WORKS,
  NO_HOME_TITLE,
  NO_HOME_WHAT_TO_DO,
} from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import type { CopyText } from '../../common/use-copy.ts';
import { CopyCommand } from './CopyCommand.tsx';

/** The portal has no place for profiles: what works without one, and what to do. */
export function NoHome({ copyText }: { copyText: CopyText }) {
  return (
    <EmptyState title={NO_HOME_TITLE} imageName="customObjects" imageWidth={80} flush>
      <Column gap="xs">
        <Text>{NO_HOME_STILL_WORKS}</Text>
        <Text>{NO_HOME_WHAT_TO_DO}</Text>
        <CopyCommand command="icp install" copyText={copyText} />
      </Column>
    </EmptyState>
  );
}
