import type { Logger } from 'pino';

import { DEFAULT_TRANSPORT } from '../../crm/client/client.ts';
import type { TransportSettings } from '../../crm/client/request.ts';
import type { OpenDatabase } from '../../store/database.ts';
import { type JobQueues, openJobQueues } from '../../store/job-queue.ts';
import { type CompletingParts, openCompletions } from '../actions/complete-execution.ts';
import type { WaitingExecution } from '../actions/execution.ts';
import { type ExecutionQueue, openExecutionQueue, queueExecution } from '../actions/waiting-executions.ts';
import { type Asking, openAsking } from './ask-for-work.ts';
import type { Following } from './follow-changes.ts';
import { openTurns, openWork } from './work.ts';

/** The work of a process that answers calls: it asks for work, and does it where there is no process beside it. */
export interface Background {
  onChanged: Asking['onChanged'];
  /** Resolves once it is stored. */
  completeLater: (execution: WaitingExecution) => Promise<void>;
  close: () => Promise<void>;
}

interface Surroundings {
  store: OpenDatabase;
  log: Logger;
  transport?: TransportSettings | undefined;
  /** In this process, in one beside it, or nowhere, for tests. */
  works: 'here' | 'beside' | 'nowhere';
  following: Following;
  completing: CompletingParts;
}

export async function openBackground(surroundings: Surroundings): Promise<Background> {
  const { store, log, works } = surroundings;
  const open = () => openJobQueues(store, (error) => log.warn({ bug: error }, 'upkeep of the work failed'));
  return works === 'nowhere' ? storedOnly(open) : worked(surroundings, await open());
}

async function worked(
  { log, transport, works, following, completing }: Surroundings,
  queues: JobQueues,
): Promise<Background> {
  const [turns, executions] = [await openTurns(queues), await openExecutionQueue(queues)];
  const { timer } = transport ?? DEFAULT_TRANSPORT;
  const isHere = works === 'here';
  const work = isHere ? openWork({ ...following, queue: turns, timer }) : null;
  const completions = isHere ? openCompletions({ ...completing, queue: executions, timer }) : null;
  const asking = openAsking({ queue: turns, log, timer, ...(work && { onAsked: work.wake }) });
  return {
    onChanged: asking.onChanged,
    completeLater: async (execution) => {
      await queueExecution(executions, execution);
      completions?.wake();
    },
    close: async () => {
      await asking.close();
      await Promise.all([work?.close(), completions?.close()]);
      await queues.close();
    },
  };
}

/** Opens the queues once an execution has to be completed. */
function storedOnly(open: () => Promise<JobQueues>): Background {
  let opened: { queues: JobQueues; executions: ExecutionQueue } | null = null;
  const openAll = async () => {
    const queues = await open();
    return { queues, executions: await openExecutionQueue(queues) };
  };
  return {
    onChanged: () => undefined,
    completeLater: async (execution) => queueExecution((opened ??= await openAll()).executions, execution),
    close: async () => opened?.queues.close(),
  };
}
