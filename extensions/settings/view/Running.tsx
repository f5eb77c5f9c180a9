import { Button, Flex, StatusTag } from '@hubspot/ui-extensions';
import { useSyncExternalStore } from 'react';

import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { runningNow } from '../../../src/messages/background.ts';

import type { WithBackground } from '../state/background.ts';
import { farOf } from './JobState.tsx';
import type { PageProps } from './page-props.ts';

/** The re-judgings that run just now, each with a way to its type. */
export function Running({ state, session, background }: PageProps & WithBackground) {
  const { work } = useSyncExternalStore(background.subscribe, background.read);
  const jobs = (work?.jobs ?? []).filter((job) => job.state === 'waiting' || job.state === 'running');
  if (!state.policy.mayPublish || jobs.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      {jobs.map((job) => (
        <Flex key={job.type} align="center" gap="sm" wrap>
          <StatusTag variant="info">{runningNow(partnerTypeLabel(job.type), farOf(job))}</StatusTag>
          <Button size="xs" variant="transparent" onClick={() => session.open(job.type)}>
            Open the type
          </Button>
        </Flex>
      ))}
    </Flex>
  );
}
