import { type AccountFacts, CannotRun, checkType, readAccount } from './account.ts';
import { leftText, removeAll } from './ledger.ts';
import { findLeftovers } from './leftovers.ts';
import { MARK } from './live.ts';
import { Skipped, Stopped } from './outcome.ts';
import { BOUNDS, pace, type Paced } from './pace.ts';
import { redact } from './redact.ts';
import { asJson, asMarkdown, countsOf, isDifference, type Run } from './report.ts';
import { type ProbeOptions, runAll } from './run-probes.ts';
import type { Send } from './send.ts';

export interface LiveCheck extends ProbeOptions {
  readonly send: Send;
  readonly token: string;
  readonly stop: AbortSignal;
  /** Asks whether to begin. */
  readonly confirm: () => Promise<boolean>;
  readonly anyAccount: boolean;
  /** Only takes away what earlier runs left. */
  readonly cleanUpOnly: boolean;
}

export interface Result {
  /** 0: nothing differs. 1: something does, or something stayed behind. 2: it could not run. */
  readonly exitCode: 0 | 1 | 2;
  /** Redacted; absent where nothing was looked at. */
  readonly report?: { readonly json: string; readonly markdown: string };
}

/**
 * Compares what the sandbox does with what a live account does, and takes everything away that it made.
 *
 * @throws CannotRun before anything was written
 */
export async function liveCheck(check: LiveCheck): Promise<Result> {
  const paced = pace(check.send, check.clock, check.stop);
  const account = await readAccount(paced.send).catch(cannotRun);
  check.say(`Account ${account.name} (${account.id}, ${account.type})`);
  checkType(account, check.anyAccount);
  check.say(
    check.cleanUpOnly
      ? `Takes away everything whose name begins with ${MARK}.`
      : `Makes and deletes records, properties, pipelines, labels, lists and a custom object named ${MARK}. ` +
          `At most ${BOUNDS.calls} calls and ${BOUNDS.minutes} minutes, fewer than 5 calls a second.`,
  );
  if (!(await check.confirm())) throw new CannotRun('Nothing was done.');
  return check.cleanUpOnly ? cleanUpOnly(check, paced) : probeAll(check, paced, account);
}

function cannotRun(error: unknown): never {
  if (error instanceof Skipped || error instanceof Stopped) throw new CannotRun(`${error.message}.`);
  throw error;
}

async function cleanUpOnly(check: LiveCheck, { send, cleanUp }: Paced): Promise<Result> {
  cleanUp();
  const found = await findLeftovers(send);
  const left = await removeAll(send, found);
  check.say(`${found.length - left.length} leftovers are gone.`);
  for (const one of left) check.say(`Stayed: ${leftText(one)}`);
  return { exitCode: left.length === 0 ? 0 : 1 };
}

async function probeAll(check: LiveCheck, paced: Paced, account: AccountFacts): Promise<Result> {
  const startedAt = new Date(check.clock.now()).toISOString();
  const { findings, stopped, leftBehind } = await runAll(check, paced);
  const run: Run = {
    startedAt,
    accountType: account.type,
    accountEnd: account.id.slice(-3),
    calls: paced.calls(),
    seconds: Math.round(paced.elapsedMs() / 1_000),
    stopped,
    findings,
    leftBehind,
  };
  const hide = (text: string) => redact(text, { token: check.token, accountId: account.id });
  const report = { json: hide(asJson(run)), markdown: hide(asMarkdown(run)) };
  const counts = countsOf(findings);
  check.say(Object.entries(counts).map(([outcome, count]) => `${outcome}: ${count}`).join(', ')); // prettier-ignore
  for (const line of leftBehind) check.say(`Left behind: ${line}`);
  const isEmpty = counts.skipped === findings.length;
  if (stopped !== undefined || isEmpty) return { exitCode: 2, report };
  return { exitCode: findings.some(isDifference) || leftBehind.length > 0 ? 1 : 0, report };
}
