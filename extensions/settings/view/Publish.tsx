import { EmptyState, Flex, Heading, List, LoadingButton, Text } from '@hubspot/ui-extensions';

import { differenceLines } from '../../../src/icp/difference.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { profileDifferences } from '../../../src/icp/profile-difference.ts';
import {
  holdWarnings,
  laneWarnings,
  prerequisiteWarnings,
  weightWarnings,
} from '../../../src/icp/publish-warnings.ts';
import {
  FAULTS_BEFORE_PUBLISHING,
  NO_DRAFT,
  PREREQUISITES_REFUSED,
  PUBLISH_EXPLAINED,
} from '../../../src/messages/settings-page.ts';

import { Column, Notice } from '../../common/layout.tsx';
import { isDirty } from '../state/editor.ts';
import { profileFaults } from '../state/faults.ts';
import { UNREAD } from '../state/portfolio.ts';
import { DraftBar } from './DraftBar.tsx';
import type { DraftProps, TypeProps } from './page-props.ts';
import { ReasonField } from './ReasonField.tsx';
import { PublishedNotice, TerminalPublishes } from './TerminalPublishes.tsx';
import { command, currentVersion } from './sentences.ts';
import { usePreview } from './use-preview.ts';

/** What is published, what to know before, why, and the act itself. */
export function Publish(props: TypeProps) {
  const { editor } = props;
  if (editor !== null) return <PublishDraft {...props} editor={editor} />;
  return (
    <Column gap="md">
      <PublishedNotice {...props} />
      <EmptyState title="Nothing to publish" imageName="task" imageWidth={80} flush>
        <Text>{NO_DRAFT}</Text>
      </EmptyState>
    </Column>
  );
}

function PublishDraft(props: DraftProps) {
  const { state, session, policy, editor, by, copyText } = props;
  const { type } = policy;
  const reason = state.reasons[type] ?? '';
  const faults = profileFaults(editor, state.policy, type);
  const blocker = blockerOf(props, faults.length);
  const isReasonMissing = reason.trim() === '';
  return (
    <Column gap="md">
      <DraftBar {...props} subject={type} />
      <Text>{PUBLISH_EXPLAINED}</Text>
      <Changes {...props} />
      {faults.length > 0 && (
        <Notice
          title={FAULTS_BEFORE_PUBLISHING}
          variant="danger"
          sentences={faults.slice(0, MOST_FAULTS).map(({ message }) => message)}
        />
      )}
      <Warnings {...props} />
      <ReasonField name="reason" subject={type} {...props} />
      {state.policy.mayPublish ? (
        <Column gap="xs">
          <Flex align="center" gap="sm" wrap>
            <LoadingButton
              variant="primary"
              loading={state.busy?.act === 'publish'}
              resultIconName={state.failure === null ? 'success' : 'warning'}
              disabled={isReasonMissing || blocker !== null || state.busy !== null}
              onClick={() => void session.publish(type, reason.trim())}
            >
              {isDirty(editor) ? 'Save and publish' : 'Publish'}
            </LoadingButton>
            <Text inline variant="microcopy">
              {blocker ??
                (isReasonMissing
                  ? 'Waits for a reason.'
                  : `Held until ${dayInWords(editor.body.reviewDue)}.`)}
            </Text>
          </Flex>
        </Column>
      ) : (
        <TerminalPublishes
          policy={state.policy}
          commandLine={command(
            ...['icp', 'profile', 'publish', type, '--by', by],
            ...['--reason', isReasonMissing ? 'your reason' : reason.trim()],
          )}
          copyText={copyText}
        />
      )}
    </Column>
  );
}

const MOST_FAULTS = 12;

/** Why it cannot be published as it stands, in a few words. */
function blockerOf({ state, editor }: DraftProps, faults: number): string | null {
  if (editor.theirs !== null) return 'First choose between the two drafts.';
  if (faults > 0) return 'The faults come first.';
  const isRefusing = state.policy.settings.prerequisites === 'refuse';
  const isMissing = prerequisiteWarnings(editor.body.prerequisites, null).length > 0;
  return isRefusing && isMissing ? PREREQUISITES_REFUSED : null;
}

function Changes({ policy, editor }: DraftProps) {
  const lines = differenceLines(profileDifferences(policy.profile, editor.body.profile));
  return (
    <Column gap="xs">
      <Heading>What changes</Heading>
      {lines.length === 0 ? (
        <Text>The draft says the same as the current profile.</Text>
      ) : (
        <List variant="unordered-styled">
          {lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </List>
      )}
    </Column>
  );
}

function Warnings(props: DraftProps) {
  const { state, policy, editor } = props;
  const { preview } = usePreview(props);
  const portfolio = state.portfolios[policy.type] ?? UNREAD;
  const companies = portfolio.readAt === null ? null : portfolio.total;
  const warnings = [
    ...holdWarnings(currentVersion(policy)?.reviewDue ?? null, state.policy.asOf),
    ...weightWarnings(editor.body.profile),
    ...(preview === null ? [] : laneWarnings(preview)),
    ...prerequisiteWarnings(editor.body.prerequisites, companies),
  ];
  const unread =
    preview === null ? ['Nobody has read the preview of this draft: see who changes lane first.'] : [];
  const sentences = [...warnings.map(({ message }) => message), ...unread];
  return sentences.length === 0 ? null : <Notice title="Before you publish" sentences={sentences} />;
}
