import {
  Button,
  Flex,
  List,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  Text,
} from '@hubspot/ui-extensions';
import { useSyncExternalStore } from 'react';

import type { RejudgingJob } from '../../../src/contract/jobs.ts';
import * as say from '../../../src/messages/background.ts';
import { REJUDGE_WHAT_HAPPENS } from '../../../src/messages/settings-page.ts';

import { counted } from '../../common/display.ts';
import { Notice } from '../../common/layout.tsx';
import type { JobAct, WithBackground } from '../state/background.ts';
import { isResumable } from './JobState.tsx';
import type { TypeProps } from './page-props.ts';
import { currentVersion } from './sentences.ts';

type ButtonsProps = TypeProps & WithBackground & { job: RejudgingJob | null };

/** Pause or resume, which is one button so that it keeps the focus, and start. */
export function JobButtons(props: ButtonsProps) {
  const { job, policy, background } = props;
  const { busy, refused } = useSyncExternalStore(background.subscribe, background.read);
  const { type } = policy;
  const isUnderWay = job?.state === 'waiting' || job?.state === 'running';
  const isToggled = job !== null && (isUnderWay || isResumable(job, policy));
  const isActing = busy?.type === type;
  return (
    <>
      {isToggled && (
        <LoadingButton
          key="toggle"
          size="xs"
          variant={isUnderWay ? 'secondary' : 'primary'}
          loading={isActing && busy.act !== 'start'}
          // while it acts itself it stays, so that it keeps the focus
          disabled={busy !== null && !isActing}
          onClick={() => void (isUnderWay ? background.pause(type) : background.resume(type))}
        >
          {isUnderWay ? 'Pause' : 'Resume'}
        </LoadingButton>
      )}
      {!isUnderWay && <Start {...props} isBusy={busy !== null} />}
      {refused?.type === type && (
        <Notice
          title={REFUSED[refused.act]}
          variant="danger"
          sentences={[refused.failure.message]}
          link={refused.failure.link}
        />
      )}
    </>
  );
}

const REFUSED: Readonly<Record<JobAct, string>> = {
  start: say.NOT_STARTED,
  pause: say.NOT_PAUSED,
  resume: say.NOT_RESUMED,
};

function Start(props: ButtonsProps & { isBusy: boolean }) {
  const { policy, closeOverlay, background, job, isBusy } = props;
  const label = job === null ? labelOf(props) : 'Start again';
  const id = `rejudge-${policy.type}`;
  const begin = () => {
    closeOverlay(id);
    void background.start(policy.type);
  };
  return (
    <Button
      size={job === null ? 'sm' : 'xs'}
      disabled={isBusy || currentVersion(policy) === null}
      overlay={
        <Modal id={id} title={`${labelOf(props)}?`} width="md">
          <ModalBody>
            <List variant="unordered-styled">
              {REJUDGE_WHAT_HAPPENS.map((sentence) => (
                <Text key={sentence}>{sentence}</Text>
              ))}
            </List>
          </ModalBody>
          <ModalFooter>
            <Flex gap="sm">
              <Button variant="primary" onClick={begin}>
                Re-judge
              </Button>
              <Button onClick={() => closeOverlay(id)}>Cancel</Button>
            </Flex>
          </ModalFooter>
        </Modal>
      }
    >
      {label}
    </Button>
  );
}

/** With how many there are, where a preview has read them. */
function labelOf({ state, policy }: TypeProps): string {
  const portfolio = state.portfolios[policy.type];
  const current = currentVersion(policy)?.key;
  if (portfolio === undefined || portfolio.readAt === null) return 'Re-judge all scorecards';
  const older = portfolio.cards.filter(({ profileVersion }) => profileVersion !== current);
  return `Re-judge ${counted(older.length, 'scorecard')}`;
}
