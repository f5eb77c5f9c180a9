import { Button, Flex, Heading, Tab, Tabs, Tag, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { dayInWords } from '../../../src/icp/day-in.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { typeNotReady } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import { isDirty } from '../state/editor.ts';
import { Draft } from './Draft.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { MissingTypes } from './MissingTypes.tsx';
import type { TypeProps } from './page-props.ts';
import { PreviewTab } from './Preview.tsx';
import { Publish } from './Publish.tsx';
import { currentVersion, versionText } from './sentences.ts';
import { Versions } from './Versions.tsx';

/** The profile of one type: its draft, what the draft would change, publishing, and the versions so far. */
export function TypePage(props: TypeProps) {
  const { state, session, policy, editor, copyText } = props;
  const [tab, setTab] = useState<string>('draft');
  const draftTitle = editor !== null && isDirty(editor) ? 'Draft (unsaved)' : 'Draft';
  return (
    <Column gap="md">
      <TypeHeader {...props} />
      {!policy.isReady && (
        <MissingTypes
          {...{ policy: state.policy, types: [policy.type], copyText }}
          sentence={typeNotReady(partnerTypeLabel(policy.type))}
        />
      )}
      <FailureNotice state={state} session={session} />
      <Tabs selected={tab} onSelectedChange={(id: string | number) => setTab(String(id))}>
        <Tab tabId="draft" title={draftTitle}>
          <Draft {...props} onTab={setTab} />
        </Tab>
        <Tab tabId="preview" title="Preview">
          <PreviewTab {...props} />
        </Tab>
        <Tab tabId="publish" title="Publish">
          <Publish {...props} />
        </Tab>
        <Tab tabId="versions" title={`Versions (${policy.versions.length})`}>
          <Versions {...props} />
        </Tab>
      </Tabs>
    </Column>
  );
}

function TypeHeader({ session, policy }: TypeProps) {
  const current = currentVersion(policy);
  const held = current?.reviewDue ?? null;
  const parts = [
    current === null ? 'The current profile cannot be read' : versionText(current),
    ...(current?.published ? [`by ${current.published.by}`] : []),
    ...(held === null ? [] : [`held until ${dayInWords(held)}`]),
  ];
  return (
    <Flex justify="between" align="start" gap="sm" wrap>
      <Column gap="flush">
        <Heading>{partnerTypeLabel(policy.type)}</Heading>
        <Flex align="center" gap="xs" wrap>
          <Text inline>{parts.join(' · ')}</Text>
          {policy.isReviewDue && <Tag variant="warning">Review overdue</Tag>}
        </Flex>
      </Column>
      <Button size="sm" onClick={() => session.open(null)}>
        All types
      </Button>
    </Flex>
  );
}
