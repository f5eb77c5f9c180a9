import { DEFAULT_TRANSPORT } from '../../../src/crm/client/client.ts';
import { openExecutions } from '../../../src/server/actions/carry-out.ts';
import { completeExecution } from '../../../src/server/actions/complete-execution.ts';
import type { WaitingExecution } from '../../../src/server/actions/execution.ts';
import { executionIn, openExecutionQueue } from '../../../src/server/actions/waiting-executions.ts';
import { openCallCounts } from '../../../src/server/call-counts.ts';
import { connectPortals } from '../../../src/server/connections.ts';
import { openTally } from '../../../src/server/tally.ts';
import { openLog } from '../../../src/server/log.ts';
import { openJobQueues } from '../../../src/store/job-queue.ts';
import { requestsIn } from '../../../src/store/requests.ts';
import { skippingPauses } from '../server-in-test.ts';
import type { ActionsInTest } from './actions-in-test.ts';

/** A process beside the servers of a database, which completes executions one by one. */
export interface CompletingProcess {
  /** The execution that waits longest; null where none waits. It is taken. */
  take: () => Promise<WaitingExecution | null>;
  /** Tries once. @returns after how many seconds it is tried again; null once it is over */
  complete: (execution: WaitingExecution, signal?: AbortSignal) => Promise<number | null>;
  outcomes: string[];
  close: () => Promise<void>;
}

export async function completingProcess({ server, portal }: ActionsInTest): Promise<CompletingProcess> {
  const { settings, store } = server;
  const log = openLog('silent');
  const now = () => Date.now() + portal.clock.now();
  const counts = openCallCounts({ database: store.database, log, now });
  const pauses = skippingPauses(portal.clock);
  const { cipher, installs, portals } = connectPortals({ settings, store, counts, log, now, ...pauses });
  // another process is waited for until it is done, in no time
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
  const stopwatch = { ...DEFAULT_TRANSPORT, sleep };
  const once = openExecutions(requestsIn(store.database, cipher), stopwatch);
  const queues = await openJobQueues(store, (error) => expect(error).toBeUndefined());
  const queue = await openExecutionQueue(queues);
  const outcomes: string[] = [];
  const tally = { ...openTally(), add: (_what: string, outcome: string) => void outcomes.push(outcome) };
  const { publicUrl } = settings;
  const parts = { publicUrl, installs, portals, once, log, stopwatch, now, tally };
  return {
    take: async () => {
      const job = await queue.take();
      if (job === null) return null;
      await queue.done(job);
      return executionIn(job.data);
    },
    complete: (execution, signal = new AbortController().signal) =>
      completeExecution(parts, execution, signal),
    outcomes,
    close: async () => {
      await queues.close();
      await counts.close();
    },
  };
}
