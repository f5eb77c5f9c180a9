import { ProgressBar, Text } from '@hubspot/ui-extensions';

import type { RejudgingJob } from '../../../src/contract/jobs.ts';
import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import * as say from '../../../src/messages/background.ts';
import { andOthersLeft, readSoFar, rejudgedSoFar } from '../../../src/messages/settings-page.ts';

import { counted } from '../../common/display.ts';
import { Column, Notice } from '../../common/layout.tsx';
import type { TypeProps } from './page-props.ts';
import { currentVersion, figure, momentText, versionOfKey, versionText } from './sentences.ts';

type JobProps = Pick<TypeProps, 'policy' | 'zone'> & { job: RejudgingJob };

/** How far a re-judging is, who started it, and what it did so far. */
export function JobState(props: JobProps) {
  const { job, policy, zone } = props;
  const isUnderWay = job.state === 'waiting' || job.state === 'running';
  return (
    <Column gap="xs">
      <Text>{say.startedBy(job.by, momentText(job.startedAt, zone), versionOfKey(job.to, policy))}</Text>
      {isUnderWay ? <UnderWay {...props} /> : <Ended {...props} />}
    </Column>
  );
}

function UnderWay({ job, zone }: JobProps) {
  const { state, looked, total, sentence, againAt } = job;
  const isAnythingDone = looked > 0;
  return (
    <Column gap="xs">
      <ProgressBar
        title={state === 'waiting' && !isAnythingDone ? say.WAITS_FOR_TURN : say.REJUDGING}
        value={looked}
        maxValue={Math.max(total ?? 1, looked, 1)}
        valueDescription={farOf(job) === '' ? say.COUNTING : farOf(job)}
      />
      {isAnythingDone && sumsOf(job).map((text) => <Text key={text}>{text}</Text>)}
      {sentence !== '' && (
        <Notice
          title={say.HELD_UP}
          sentences={[sentence, ...(againAt === null ? [] : [say.triedAgain(momentText(againAt, zone))])]}
        />
      )}
      <Text variant="microcopy">{say.YOU_CAN_CLOSE}</Text>
    </Column>
  );
}

function Ended({ job, policy, zone }: JobProps) {
  const { state, left, notes } = job;
  const isWhole = left.length === 0 && notes.length === 0;
  const ended = say.endedAt(momentText(job.changedAt, zone));
  if (state === 'done')
    return (
      <Notice
        title={say.ALL_DONE}
        variant={isWhole ? 'success' : 'warning'}
        sentences={[...sumsOf(job), ended, ...otherCurrent(job, policy)]}
      />
    );
  if (state === 'paused')
    return (
      <Notice
        title={say.pausedAt(farOf(job))}
        variant="info"
        sentences={[say.PAUSED_EXPLAINED, ...sumsOf(job)]}
      />
    );
  return (
    <Notice
      title={say.endedEarly(farOf(job))}
      variant="danger"
      sentences={[
        job.sentence,
        isResumable(job, policy) ? say.RESUME_GOES_ON : say.START_AGAIN_CHANGES,
        ...sumsOf(job),
        ended,
      ]}
    />
  );
}

/** Whether it may go on from where it ended: only under the profile that it began with. */
export function isResumable(job: RejudgingJob, policy: TypeProps['policy']): boolean {
  return (job.state === 'paused' || job.state === 'failed') && currentVersion(policy)?.key === job.to;
}

/** `50 of 1,200`; empty before anybody has counted. */
export function farOf({ looked, total }: RejudgingJob): string {
  return total === null ? '' : readSoFar(figure(looked), figure(Math.max(total, looked)));
}

function otherCurrent({ to }: RejudgingJob, policy: TypeProps['policy']): string[] {
  const current = currentVersion(policy);
  return current === null || current.key === to ? [] : [say.currentByNow(versionText(current))];
}

/** So many companies that were left are named. */
const MOST_LEFT = 10;

function sumsOf({ rejudged, current, lanes, left, moreLeft, notes }: RejudgingJob): string[] {
  const moves = lanes.map(
    ({ from, to, companies }) => `${figure(companies)} ${LANE_LABELS[from]} -> ${LANE_LABELS[to]}`,
  );
  const others = Math.max(0, left.length - MOST_LEFT) + moreLeft;
  return [
    rejudgedSoFar(counted(rejudged, 'scorecard'), figure(current)),
    ...(moves.length === 0 ? [] : [`Lanes: ${moves.join(', ')}.`]),
    ...left.slice(0, MOST_LEFT).map(({ name, reason }) => `${name}: ${reason}`),
    ...(others > 0 ? [andOthersLeft(figure(others))] : []),
    ...notes,
  ];
}
