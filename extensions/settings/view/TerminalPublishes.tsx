import { Alert, Text } from '@hubspot/ui-extensions';

import type { PolicyState } from '../../../src/contract/policy.ts';
import { ALLOW_PUBLISHING, PUBLISH_SETTINGS } from '../../../src/messages/policy.ts';
import { ALLOW_PAGE, PUBLISH_FROM_TERMINAL } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import type { CopyText } from '../../common/use-copy.ts';
import { CopyCommand } from './CopyCommand.tsx';
import type { TypeProps } from './page-props.ts';
import { OthersPublish } from './Publishers.tsx';
import { currentVersion, versionText } from './sentences.ts';

interface TerminalPublishesProps {
  policy: PolicyState;
  commandLine: string;
  copyText: CopyText;
}

/** Why this page does not publish, and who or which command does. */
export function TerminalPublishes({ policy, commandLine, copyText }: TerminalPublishesProps) {
  if (policy.publishing.edition === 'oauth') return <OthersPublish policy={policy} />;
  return (
    <Column gap="xs">
      <Text>{PUBLISH_FROM_TERMINAL}</Text>
      <CopyCommand command={commandLine} copyText={copyText} />
      <Text variant="microcopy">{ALLOW_PAGE}</Text>
      <CopyCommand command={ALLOW_PUBLISHING} copyText={copyText} />
      <CopyCommand command={PUBLISH_SETTINGS} copyText={copyText} />
    </Column>
  );
}

/** What was just published or rolled back, and how scorecards that exist take it over. */
export function PublishedNotice(props: TypeProps) {
  const { state, policy, parts } = props;
  const { done } = state;
  const current = currentVersion(policy);
  if (done?.subject !== policy.type || current === null) return null;
  if (done.act !== 'publish' && done.act !== 'roll-back') return null;
  return (
    <Alert title={`${versionText(current)} is the current profile now`} variant="success">
      <Column gap="xs">
        <parts.RejudgeAll {...props} />
      </Column>
    </Alert>
  );
}
