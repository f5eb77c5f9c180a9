import type { Logger } from 'pino';

import type { HubSpotApp } from '../config/server-settings.ts';
import type { Operations } from '../contract/operations.ts';
import { lastChangedBy } from '../messages/nightly.ts';
import * as words from '../messages/server.ts';
import type { ContestedCompanies } from '../store/contested-companies.ts';
import { isDatabaseDown } from '../store/database-down.ts';
import type { Notice } from '../contract/notice.ts';
import type { SignedPerson } from '../contract/signed-person.ts';
import type { Install, InstallKey, Installs } from '../store/installs.ts';
import type { Failure } from '../usecases/failure.ts';
import { type Answer, answerCall } from '../usecases/answer-call.ts';
import { actsOnce, isOperation } from '../usecases/operations.ts';
import { type CallBody, UnreadableBody, parseCallBody } from './call-body.ts';
import type { Deadline, Stopwatch } from './deadline.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Once } from './once.ts';
import { installAddress } from './oauth/install-address.ts';
import type { Portals } from './portals.ts';
import { type DoorFailure, type Reply, refusal, replyWith, tooMany } from './replies.ts';
import type { RunningWork } from './running-work.ts';
import type { Caller } from './signed-caller.ts';

/** What the door works with. */
export interface DoorParts {
  apps: readonly HubSpotApp[];
  publicUrl: string;
  installs: Installs;
  portals: Portals;
  limits: Limits;
  once: Once;
  metrics: Metrics;
  running: RunningWork;
  /** What a card should tell beside an answer; null for nothing. */
  noticeFor: (install: Install) => Notice | null;
  /** What keeps changing the verdict of a company: see ContestedCompanies. */
  contestOf: ContestedCompanies['read'];
  /** Told of calls that failed, for the health page. */
  onFailure: (key: InstallKey, code: string) => void;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
  stopwatch: Stopwatch;
}

/** A call that HubSpot has signed. */
interface SignedCall {
  caller: Caller;
  /** As it stands in the address. */
  operation: unknown;
  body: Buffer;
  encoding: string | undefined;
  requestId: string;
}

/**
 * Answers a signed call in the time that it has. What takes longer goes on and is told as unknown: a write may be done.
 */
export async function answerSigned(parts: DoorParts, call: SignedCall, deadline: Deadline): Promise<Reply> {
  const { limits, running, log } = parts;
  const { requestId, caller } = call;
  const place = await limits.take(caller);
  if ('waitSeconds' in place) return tooMany(place.waitSeconds);
  const work = running.add(
    replyTo(parts, call, deadline)
      .catch((error: unknown) => {
        const isDown = isDatabaseDown(error);
        log.error({ bug: error, requestId }, isDown ? 'the database is down' : 'bug');
        const failure: DoorFailure = isDown
          ? { code: 'unavailable', message: words.DATABASE_DOWN }
          : { code: 'bug', message: words.FAILED };
        return refusal(failure);
      })
      .finally(place.release),
  );
  const reply = await deadline.within(work);
  return reply === 'too-late' ? refusal({ code: 'unknown-outcome', message: words.TOO_LATE }) : reply;
}

async function replyTo(parts: DoorParts, call: SignedCall, deadline: Deadline): Promise<Reply> {
  const { installs, publicUrl, noticeFor } = parts;
  const { key, userId } = call.caller;
  const body = bodyOf(call);
  if ('code' in body) return refusal(body);
  const install = await installs.read(key);
  const url = installAddress(publicUrl, key.appId);
  const link = { label: words.CONNECT, url };
  if (install?.tokens == null) return refusal({ code: 'not-connected', message: words.NO_ACCESS, link });
  const installer = { userId: String(install.installerId), email: install.installerEmail };
  const isInstaller = installer.userId === userId;
  const person = { userId, email: call.caller.email, installer, isInstaller };
  const answer = await answerOperation(parts, call, { body, person, deadline });
  if ('error' in answer)
    return refusal({ ...answer.error, ...(answer.error.code === 'not-connected' && { link }) });
  const notice = noticeFor(install) ?? (await contestNotice(parts, call, body));
  return replyWith({ ...answer, ...(notice !== null && { notice }) });
}

/** A scorecard that is opened tells what keeps changing its verdict. */
async function contestNotice(
  { contestOf }: DoorParts,
  { caller, operation }: SignedCall,
  { input }: CallBody,
): Promise<Notice | null> {
  if (operation !== 'load-scorecard') return null;
  const companyId = Number((input as Operations['load-scorecard']['input']).companyId);
  const contest = await contestOf(caller.key, companyId);
  if (contest === undefined) return null;
  const who = contest === null ? null : lastChangedBy(contest.property, contest.source);
  return { message: words.keepsChanging(who) };
}

function bodyOf({ body, encoding }: SignedCall): CallBody | Failure {
  try {
    return parseCallBody(body, encoding);
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    return { code: 'invalid-input', message: error.message };
  }
}

interface Carrying {
  body: CallBody;
  person: SignedPerson;
  deadline: Deadline;
}

async function answerOperation(
  { portals, once, log }: DoorParts,
  { caller, operation, requestId }: SignedCall,
  { body, person, deadline }: Carrying,
): Promise<Answer> {
  const bugs: unknown[] = [];
  const report = (bug: unknown) => {
    bugs.push(bug);
    log.error({ bug, requestId }, isDatabaseDown(bug) ? 'the database is down' : 'bug');
  };
  const connect = () => portals.contextOf(caller.key, person, deadline.leftMs());
  const run = () => answerCall(connect, { operation, input: body.input }, { person, report });
  const { input, requestId: id } = body;
  const isOnce = id !== undefined && caller.userId !== '' && isOperation(operation) && actsOnce(operation);
  const call = { portalId: caller.key.portalId, userId: Number(caller.userId), id: id ?? '' };
  const content = JSON.stringify([operation, input]);
  const answer = isOnce ? await once({ ...call, content }, deadline, run) : await run();
  return bugs.some(isDatabaseDown)
    ? { error: { code: 'unavailable', message: words.DATABASE_DOWN } }
    : answer;
}
