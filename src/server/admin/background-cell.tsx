/** @jsxRuntime automatic @jsxImportSource react */
// Said here too, because tsx reads only the tsconfig of the folder that it is started in.

import { partnerTypeLabel } from '../../icp/partner-types.ts';
import * as words from '../../messages/server-pages.ts';
import type { PortalWork, WorkedJob } from '../../store/portal-work.ts';
import { amount } from '../../usecases/amount.ts';
import { agoInWords, spanInWords } from './times.ts';

/** What waits in a portal, and how far its jobs are. */
export function BackgroundCell({ work, now }: { work: PortalWork; now: number }) {
  const { changes, contested, jobs } = work;
  const edited = jobs.reduce((sum, job) => sum + job.edited, 0);
  return (
    <>
      <p className={changes.count === 0 ? 'quiet' : undefined}>
        {changes.count === 0
          ? words.NO_CHANGES_WAIT
          : words.changesWait(
              amount(changes.count, 'change waits', 'changes wait'),
              spanInWords(changes.forMs),
            )}
      </p>
      {jobs.map((job) => (
        <Job key={`${job.kind} ${job.type ?? ''}`} job={job} now={now} />
      ))}
      {contested > 0 && <p>{words.keptChanging(amount(contested, 'company', 'companies'))}</p>}
      {edited > 0 && (
        <p>{words.editedWait(amount(edited, 'edited verdict waits', 'edited verdicts wait'))}</p>
      )}
    </>
  );
}

const TAGS: Readonly<Partial<Record<WorkedJob['state'], string>>> = {
  running: 'tag warn',
  waiting: 'tag warn',
  failed: 'tag bad',
};

/** Of a re-judging that is done nothing is said, and of a night that is done only when it was. */
function Job({ job, now }: { job: WorkedJob; now: number }) {
  const { kind, type, state, startedAt, changedAt } = job;
  const isQuiet = kind === 'nightly' ? state === 'waiting' : state === 'done';
  if (isQuiet) return null;
  if (kind === 'nightly' && state === 'done')
    return <p className="quiet">{`last night ${agoInWords(changedAt.getTime(), now)}`}</p>;
  return (
    <>
      <p>
        {kind === 'nightly' ? 'Night' : `Re-judging ${partnerTypeLabel(type ?? 'technology')}`}{' '}
        <span className={TAGS[state] ?? 'tag'}>{`${state}, ${farOf(job)}`}</span>
      </p>
      <p className="quiet">
        {state === 'running'
          ? `began ${agoInWords((startedAt ?? changedAt).getTime(), now)}`
          : agoInWords(changedAt.getTime(), now)}
      </p>
    </>
  );
}

function farOf({ looked, total }: WorkedJob): string {
  const figure = (count: number) => count.toLocaleString('en');
  return total === null
    ? `${figure(looked)} looked at`
    : `${figure(looked)} of ${figure(Math.max(total, looked))}`;
}
