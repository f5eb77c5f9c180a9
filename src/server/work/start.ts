import { constants, setPriority } from 'node:os';

import { serverSettings } from '../../config/server-settings.ts';
import { DEFAULT_TRANSPORT } from '../../crm/client/client.ts';
import { openPostgres } from '../../store/database.ts';
import { openJobQueues } from '../../store/job-queue.ts';
import { requestsIn } from '../../store/requests.ts';
import { openExecutions } from '../actions/carry-out.ts';
import { openCompletions } from '../actions/complete-execution.ts';
import { openExecutionQueue } from '../actions/waiting-executions.ts';
import { type CallCounts, openCallCounts } from '../call-counts.ts';
import { connectPortals } from '../connections.ts';
import { endOnSignal } from '../end-on-signal.ts';
import { openLog } from '../log.ts';
import { boundSockets } from '../sockets.ts';
import { type Tally, openDifferences, openTally } from '../tally.ts';
import { followingOver } from './follow-changes.ts';
import { openTurns, openWork } from './work.ts';

/** The process that works in the background, beside the one that answers: work-process.ts starts it. */
async function start(): Promise<void> {
  // calls go first where there are too few processors for both
  setPriority(constants.priority.PRIORITY_LOW);
  const settings = serverSettings();
  const log = openLog(settings.logLevel);
  boundSockets();
  const store = await openPostgres(settings.databaseUrl ?? '', {
    onLost: ({ message }) => log.warn({ reason: message }, 'a database connection was lost'),
  });
  const counts = openCallCounts({ database: store.database, log, now: Date.now });
  const tally = openTally();
  const onRefresh = (outcome: string) => tally.add('refresh', outcome);
  const connections = connectPortals({ settings, store, counts, log, now: Date.now, onRefresh });
  const { cipher, installs, portals } = connections;
  const queues = await openJobQueues(store, (error) => log.warn({ bug: error }, 'upkeep of the work failed'));
  const following = followingOver(store.database, connections, log, Date.now, tally, process.argv[2]);
  const { timer } = DEFAULT_TRANSPORT;
  const work = openWork({ ...following, queue: await openTurns(queues), timer });
  const completions = openCompletions({
    ...{
      publicUrl: settings.publicUrl,
      installs,
      portals,
      tally,
      log,
      stopwatch: DEFAULT_TRANSPORT,
      now: Date.now,
    },
    once: openExecutions(requestsIn(store.database, cipher), DEFAULT_TRANSPORT),
    ...{ queue: await openExecutionQueue(queues), timer },
  });
  const report = reportTo(tally, counts);
  const reporting = setInterval(report, REPORT_MS);
  const end = async () => {
    await Promise.all([work.close(), completions.close()]);
    clearInterval(reporting);
    report();
    await queues.close();
    await counts.close();
    await store.close();
  };
  leave = endOnSignal(end, log);
}

const REPORT_MS = 5_000;

/** Tells the process that answers what was counted since the last time: its metrics have the counts of both. */
function reportTo(tally: Tally, { totals }: CallCounts): () => void {
  const calls = () =>
    Object.entries(totals()).map(([outcome, count]) => ({ what: 'call' as const, outcome, count }));
  const differences = openDifferences({ all: () => [...tally.all(), ...calls()] });
  return () => {
    const counts = differences();
    if (process.connected && counts.length > 0) process.send?.(counts);
  };
}

/** While it starts there is nothing to finish. */
let leave: (reason: string) => void = () => process.exit(1);

// the process that answers has ended, however it did
process.on('disconnect', () => leave('disconnect'));
if (!process.connected) leave('disconnect');

try {
  await start();
} catch (error) {
  console.error(
    `The work in the background cannot start: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
