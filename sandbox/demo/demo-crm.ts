import { SavedPortalError } from '../hubspot/saved-portal/saved-portal.ts';
import { type SandboxCrm, startSandboxCrm } from '../hubspot/start-sandbox-crm.ts';
import { PEOPLE } from './account.ts';
import type { PortalFile } from './portal-file.ts';
import { StartRefused } from './start-options.ts';

/** The private app's token in the sandbox; valid in this process only. */
export const APP_TOKEN = 'sandbox-app-token';

/** The token with which the workbench's automation acts. */
export const AUTOMATION_TOKEN = 'sandbox-automation-token';

/** @param author the id of a person, or `import` */
export function tokenOf(author: string): string {
  return author === 'import' ? 'sandbox-import-token' : `sandbox-user-token-${author}`;
}

/**
 * Starts the sandbox CRM with the demo's people and the content of the file.
 *
 * @throws StartRefused when the file is no saved portal
 */
export async function startDemoCrm(clock: MovableClock, file?: PortalFile): Promise<SandboxCrm> {
  try {
    return await startSandboxCrm({
      tokens: TOKENS,
      owners: PEOPLE,
      now: clock.now,
      apps: [PARTNER_ICP],
      ...(file?.saved === undefined ? {} : { loadFrom: file.saved }),
    });
  } catch (cause) {
    if (!(cause instanceof SavedPortalError)) throw cause;
    throw new StartRefused(`${cause.message} The file was left as it is.`, { cause });
  }
}

/** Our app in the account; workflow actions can be defined for it. */
const PARTNER_ICP = {
  id: 4711,
  name: 'Partner ICP',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-client-secret',
};

const TOKENS = [
  { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711', sourceLabel: 'Partner ICP' },
  {
    token: AUTOMATION_TOKEN,
    sourceType: 'AUTOMATION_PLATFORM',
    sourceId: 'workbench-automation',
    sourceLabel: 'Automation',
  },
  { token: tokenOf('import'), sourceType: 'IMPORT', sourceId: 'customers.csv' },
  ...PEOPLE.map(({ id, userId }) => ({
    token: tokenOf(id),
    sourceType: 'CRM_UI',
    sourceId: `userId:${userId}`,
    userId,
  })),
];

/** A clock that can be stopped at a moment, and set to run at real time again. */
export interface MovableClock {
  readonly now: () => Date;
  readonly moveTo: (moment: Date) => void;
  readonly runAtRealTime: () => void;
}

/** Runs at real time until it is moved. */
export function movableClock(realNow: () => Date = () => new Date()): MovableClock {
  let moment: Date | undefined;
  return {
    now: () => moment ?? realNow(),
    moveTo: (wanted) => void (moment = wanted),
    runAtRealTime: () => void (moment = undefined),
  };
}
