import {
  Button,
  Flex,
  Modal,
  ModalBody,
  ModalFooter,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { VersionSummary } from '../../../src/contract/policy.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { REASON_NEEDED } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import type { TypeProps } from './page-props.ts';
import { command, versionText } from './sentences.ts';
import { PublishedNotice, TerminalPublishes } from './TerminalPublishes.tsx';

/** Every version with who published it, when and why, and a way back to it. */
export function Versions(props: TypeProps) {
  // kept beside the dialogs, so that a refused roll-back leaves the reason where it was typed
  const [reason, setReason] = useState('');
  return (
    <Column gap="md">
      <PublishedNotice {...props} />
      <Table bordered density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>Version</TableHeader>
            <TableHeader>Published by</TableHeader>
            <TableHeader>Reason</TableHeader>
            <TableHeader>Held until</TableHeader>
            <TableHeader width="min">Status</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.policy.versions.map((version) => (
            <TableRow key={version.key}>
              <TableCell>{versionText(version)}</TableCell>
              <TableCell>{version.published?.by ?? 'Comes with Partner ICP'}</TableCell>
              <TableCell>{version.published?.reason ?? ''}</TableCell>
              <TableCell>{version.reviewDue === null ? '' : dayInWords(version.reviewDue)}</TableCell>
              <TableCell width="min">
                {version.isCurrent ? (
                  <Tag variant="success">Current</Tag>
                ) : (
                  <RollBack {...props} {...{ version, reason, setReason }} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {props.state.policy.publishing.edition === 'oauth' && props.state.done?.act !== 'roll-back' && (
        <props.parts.RejudgeAll {...props} />
      )}
    </Column>
  );
}

interface RollBackProps extends TypeProps {
  version: VersionSummary;
  reason: string;
  setReason: (reason: string) => void;
}

function RollBack(props: RollBackProps) {
  const { state, session, policy, version, reason, setReason, closeOverlay } = props;
  const id = `roll-back-${version.version}`;
  const confirm = () => {
    closeOverlay(id);
    void session.rollBack(policy.type, version.version, reason.trim());
  };
  return (
    <Button
      size="xs"
      disabled={state.busy !== null || !state.policy.hasHome}
      overlay={
        <Modal id={id} title={`Go back to: ${versionText(version)}?`} width="md">
          <ModalBody>
            <Column gap="sm">
              <Text>
                New scorecards start under it at once. The versions after it stay in this list, and so does
                the draft. Scorecards keep the profile that they are judged by.
              </Text>
              <TextArea
                name="roll-back-reason"
                label="Reason"
                description={REASON_NEEDED}
                required
                rows={2}
                value={reason}
                onInput={setReason}
                onChange={setReason}
              />
              {!state.policy.mayPublish && <ByTerminal {...props} />}
            </Column>
          </ModalBody>
          <ModalFooter>
            <Flex gap="sm">
              {state.policy.mayPublish && (
                <Button variant="primary" disabled={reason.trim() === ''} onClick={confirm}>
                  Roll back
                </Button>
              )}
              <Button onClick={() => closeOverlay(id)}>Cancel</Button>
            </Flex>
          </ModalFooter>
        </Modal>
      }
    >
      Roll back
    </Button>
  );
}

function ByTerminal({ state, policy, version, reason, by, copyText }: RollBackProps) {
  const line = command(
    ...['icp', 'profile', 'rollback', policy.type, '--to', String(version.version)],
    ...['--by', by, '--reason', reason.trim() === '' ? 'your reason' : reason.trim()],
  );
  return <TerminalPublishes policy={state.policy} commandLine={line} copyText={copyText} />;
}
