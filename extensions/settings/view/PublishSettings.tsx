import { Flex, LoadingButton, Text } from '@hubspot/ui-extensions';

import { settingsDifferences } from '../../../src/icp/settings-difference.ts';

import { Column, Notice } from '../../common/layout.tsx';
import type { PageProps } from './page-props.ts';
import { namesIn } from './Publishers.tsx';
import { ReasonField } from './ReasonField.tsx';
import { command } from './sentences.ts';
import { TerminalPublishes } from './TerminalPublishes.tsx';

/** What would change, why, and the act itself. @param faults how many fields have a fault */
export function PublishSettings({ state, session, by, copyText, faults }: PageProps & { faults: number }) {
  const reason = state.reasons.settings ?? '';
  const { settings: editor, policy, busy, done } = state;
  const changes = settingsDifferences(policy.settings, editor.body, namesIn(state));
  if (done?.subject === 'settings' && done.act === 'publish')
    return (
      <Notice
        title="Settings published"
        variant="success"
        sentences={['They hold from the next load of a card on.']}
      />
    );
  if (changes.length === 0) return <Text variant="microcopy">The settings in force say the same.</Text>;
  const isReasonMissing = reason.trim() === '';
  return (
    <Column gap="sm">
      <Notice
        title="Not in force yet"
        variant="info"
        sentences={changes.map(({ what, from, to }) => `${what}: ${from} -> ${to}`)}
      />
      <ReasonField name="settings-reason" subject="settings" {...{ state, session }} />
      {policy.mayPublish ? (
        <Flex align="center" gap="sm">
          <LoadingButton
            variant="primary"
            loading={busy?.act === 'publish'}
            resultIconName={state.failure === null ? 'success' : 'warning'}
            disabled={isReasonMissing || faults > 0 || busy !== null || editor.theirs !== null}
            onClick={() => void session.publish('settings', reason.trim())}
          >
            Publish settings
          </LoadingButton>
          {faults > 0 && (
            <Text inline variant="microcopy">
              A field marked above has a fault.
            </Text>
          )}
        </Flex>
      ) : (
        <TerminalPublishes
          policy={policy}
          commandLine={command(
            'icp',
            'settings',
            'publish',
            '--by',
            by,
            '--reason',
            isReasonMissing ? 'your reason' : reason.trim(),
          )}
          copyText={copyText}
        />
      )}
    </Column>
  );
}
