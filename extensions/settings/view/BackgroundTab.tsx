import { Button, Divider, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useSyncExternalStore } from 'react';

import type { BackgroundWork, PortalNight, RejudgingJob } from '../../../src/contract/jobs.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import * as say from '../../../src/messages/background.ts';

import { counted } from '../../common/display.ts';
import { Column, Notice } from '../../common/layout.tsx';
import type { WithBackground } from '../state/background.ts';
import { typePolicyOf } from '../state/page-state.ts';
import { JobButtons } from './JobButtons.tsx';
import { JobState } from './JobState.tsx';
import type { PageProps } from './page-props.ts';
import { figure, momentText } from './sentences.ts';
import { NotUpToDate, Unread } from './WorkReading.tsx';

/** What the server does for the portal: re-judgings, its nights, and following what changes in HubSpot. */
export function BackgroundTab(props: PageProps & WithBackground) {
  const { background, zone } = props;
  const { work, readAt, failure, isReading } = useSyncExternalStore(background.subscribe, background.read);
  if (work === null) return <Unread {...{ failure, isReading, background }} />;
  return (
    <Column gap="md">
      <Flex justify="between" align="center" gap="sm" wrap>
        <Text variant="microcopy">
          {readAt === null ? '' : say.asOf(momentText(readAt.toISOString(), zone))}
        </Text>
        <Button size="xs" disabled={isReading} onClick={() => void background.readAgain()}>
          Read again
        </Button>
      </Flex>
      <NotUpToDate {...{ failure, isReading, background }} />
      <Column gap="sm">
        <Heading>{say.REJUDGINGS}</Heading>
        {work.jobs.length === 0 && <Text>{say.NO_REJUDGING}</Text>}
        {work.jobs.map((job) => (
          <Job key={job.type} {...props} job={job} />
        ))}
      </Column>
      <Divider />
      <Night night={work.night} zone={zone} />
      <Divider />
      <Changes work={work} />
    </Column>
  );
}

function Job(props: PageProps & WithBackground & { job: RejudgingJob }) {
  const { state, job } = props;
  const policy = typePolicyOf(state.policy, job.type);
  if (policy === null) return null;
  const ofType = { ...props, policy, editor: state.editors[job.type] ?? null };
  return (
    <Column gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{partnerTypeLabel(job.type)}</Text>
      <JobState {...ofType} />
      <Flex gap="sm" wrap>
        <JobButtons {...ofType} />
      </Flex>
    </Column>
  );
}

function Night({ night, zone }: { night: PortalNight | null } & Pick<PageProps, 'zone'>) {
  return (
    <Column gap="xs">
      <Heading>{say.NIGHT}</Heading>
      <Text variant="microcopy">{say.NIGHT_EXPLAINED}</Text>
      {(night === null ? [say.NO_NIGHT_PLANNED] : nightSentences(night, zone)).map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {night !== null && (night.sums['edited-verdict'] ?? 0) > 0 && (
        <Notice title="Edited verdicts" variant="info" sentences={[editedOf(night)]} />
      )}
    </Column>
  );
}

function editedOf({ sums }: PortalNight): string {
  return say.editedWait(counted(sums['edited-verdict'] ?? 0, 'edited verdict waits', 'edited verdicts wait'));
}

function nightSentences({ state, startedAt, endedAt, nextAt, sums, sentence }: PortalNight, zone: string) {
  const at = (time: string) => momentText(time, zone);
  if (startedAt === null) return nextAt === null ? [say.NO_NIGHT_PLANNED] : [say.noNightYet(at(nextAt))];
  const told = [nightSums(sums), ...nightOthers(sums)];
  const next = nextAt === null ? [] : [say.nextNight(at(nextAt))];
  if (endedAt === null)
    return [
      say.nightRuns(at(startedAt)),
      ...told,
      ...(sentence === '' ? [] : [`${say.HELD_UP}: ${sentence}`]),
    ];
  if (state === 'failed') return [say.nightEndedEarly(at(endedAt), sentence), ...told, ...next];
  return [say.lastNight(at(startedAt)), ...told, ...next];
}

type Sums = PortalNight['sums'];

function nightSums(sums: Sums): string {
  const of = (name: string) => sums[name] ?? 0;
  const some = (name: string, noun: string, plural: string) =>
    `${figure(of(name))} ${of(name) === 1 ? noun : plural}`;
  return say.nightSums(
    some('companies', 'company', 'companies'),
    figure(of('companiesRepaired')),
    some('deals', 'deal', 'deals'),
    figure(of('dealsRepaired')),
  );
}

/** Findings about companies, by their codes. */
const LEFT = ['not-judged', 'not-writable', 'keeps-changing', 'not-read'] as const;

function nightOthers(sums: Sums): string[] {
  const left = LEFT.reduce((sum, code) => sum + (sums[code] ?? 0), 0);
  const tasks = sums['tasks'] ?? 0;
  return [
    ...(tasks === 0 ? [] : [say.nightTasks(counted(tasks, 'task'))]),
    ...(left === 0 ? [] : [say.nightLeft(counted(left, 'company', 'companies'))]),
  ];
}

function Changes({ work: { changes, contested } }: { work: BackgroundWork }) {
  return (
    <Column gap="xs">
      <Heading>{say.CHANGES}</Heading>
      <Text variant="microcopy">{say.CHANGES_EXPLAINED}</Text>
      <Text>
        {changes.count === 0
          ? say.NO_CHANGE_WAITS
          : say.changesWait(
              counted(changes.count, 'change waits', 'changes wait'),
              spanInWords(changes.forMs),
            )}
      </Text>
      {contested > 0 && (
        <Notice
          title="Another automation"
          sentences={[say.keptChanging(counted(contested, 'company', 'companies'))]}
        />
      )}
    </Column>
  );
}

/** `3 minutes` */
function spanInWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return counted(minutes, 'minute');
  return counted(Math.floor(minutes / 60), 'hour');
}
