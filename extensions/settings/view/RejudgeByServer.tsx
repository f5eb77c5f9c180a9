import { Flex, Text } from '@hubspot/ui-extensions';
import { useSyncExternalStore } from 'react';

import { REJUDGE_BY_OTHERS, REJUDGE_EXPLAINED } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import type { WithBackground } from '../state/background.ts';
import { JobButtons } from './JobButtons.tsx';
import { JobState } from './JobState.tsx';
import type { TypeProps } from './page-props.ts';
import { NotUpToDate, Unread } from './WorkReading.tsx';

/** How all scorecards of the type take the current profile over: the server carries it through, and here is how far it is. */
export function RejudgeByServer(props: TypeProps & WithBackground) {
  const { state, policy, background } = props;
  const { work, failure, isReading } = useSyncExternalStore(background.subscribe, background.read);
  if (!state.policy.mayPublish) return <Text variant="microcopy">{REJUDGE_BY_OTHERS}</Text>;
  if (work === null) return <Unread {...{ failure, isReading, background }} />;
  const job = work.jobs.find(({ type }) => type === policy.type) ?? null;
  return (
    <Column gap="sm">
      {job === null ? <Text>{REJUDGE_EXPLAINED}</Text> : <JobState {...props} job={job} />}
      <Flex gap="sm" wrap>
        <JobButtons {...props} job={job} />
      </Flex>
      <NotUpToDate {...{ failure, isReading, background }} />
    </Column>
  );
}
