import type { Actor } from '../../sandbox/hubspot/portal/actor.ts';
import { type SandboxCrm, startSandboxCrm } from '../../sandbox/hubspot/start-sandbox-crm.ts';
import type { SavedPortal } from '../../sandbox/hubspot/saved-portal/saved-portal.ts';
import type { AccountSettings } from '../../sandbox/hubspot/account/account.ts';
import type { Switches } from '../../sandbox/hubspot/switches.ts';
import { type LiveCheck, liveCheck, type Result } from '../../scripts/live-check/live-check.ts';
import { openSend, type Send } from '../../scripts/live-check/send.ts';

export const TOKEN = 'pat-eu1-5ec2e7c0ffee';
export const ACCOUNT_ID = '48000001';
export const RUN = 'k3f9a2';

export interface Setup {
  readonly switches?: Partial<Switches>;
  readonly scopes?: Actor['scopes'];
  readonly accountType?: AccountSettings['accountType'];
  readonly tier?: AccountSettings['tier'];
}

export interface LiveAccount {
  readonly sandbox: SandboxCrm;
  readonly said: string[];
  /** When each call was sent, in milliseconds of the check's clock. */
  readonly sentAt: number[];
  readonly send: Send;
  readonly check: (changes?: Partial<LiveCheck>) => ReturnType<typeof liveCheck>;
}

/** An account whose clock, shared with the check, moves only when the check waits, and whose search index lags. */
export async function withLiveAccount(
  { switches = {}, scopes, accountType = 'DEVELOPER_TEST', tier = 'enterprise' }: Setup,
  run: (account: LiveAccount) => Promise<void>,
): Promise<void> {
  let time = Date.parse('2026-09-01T12:00:00Z');
  const sandbox = await startSandboxCrm({
    now: () => new Date(time),
    tokens: [
      { token: TOKEN, sourceType: 'INTEGRATION', sourceId: '1', ...(scopes === undefined ? {} : { scopes }) },
    ],
    account: { accountType, tier },
    owners: [{ id: '501', userId: 9001, email: 'ines@example.com', firstName: 'Ines', lastName: 'Vale' }],
    limits: 'on',
    searchLagMs: 2_000,
    switches,
  });
  const said: string[] = [];
  const sentAt: number[] = [];
  const open = openSend({ baseUrl: sandbox.baseUrl, accessToken: TOKEN });
  const send: Send = (request) => {
    sentAt.push(time);
    return open(request);
  };
  const clock = { now: () => time, sleep: (ms: number) => Promise.resolve(void (time += ms)) };
  const check = (changes: Partial<LiveCheck> = {}) =>
    liveCheck({
      send,
      token: TOKEN,
      clock,
      stop: new AbortController().signal,
      say: (line) => void said.push(line),
      confirm: () => Promise.resolve(true),
      anyAccount: false,
      cleanUpOnly: false,
      run: RUN,
      ...changes,
    });
  try {
    await run({ sandbox, said, sentAt, send, check });
  } finally {
    await sandbox.close();
  }
}

/** What of the check's making is still in an account, deleted things left out. */
export function leftIn(portal: SavedPortal): readonly string[] {
  const alive = JSON.stringify(portal, (_, value: unknown) => (isGone(value) ? undefined : value));
  return alive.match(/icplivecheck[ _][\w ]+/g) ?? [];
}

const isGone = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('archivedAt' in value || 'deletedAt' in value);

/** What the report says of one claim. */
export interface Row {
  readonly switch?: string;
  readonly behaviour?: string;
  readonly hubspot: string;
  readonly outcome: string;
  readonly flip?: string;
}

export function rowsOf({ report }: Result): readonly Row[] {
  const { findings } = JSON.parse(report?.json ?? '{"findings":[]}') as { findings: readonly Row[] };
  return findings;
}

/** Claims that are not as the sandbox has them by default. */
export const unusual = (result: Result) =>
  rowsOf(result).filter(({ outcome }) => outcome !== 'as guessed' && outcome !== 'as documented');
