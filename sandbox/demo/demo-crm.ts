import { randomBytes } from 'node:crypto';
import type { AppOptions } from '../hubspot/apps/integrations.ts';
import { SavedPortalError } from '../hubspot/saved-portal/saved-portal.ts';
import type { Actor } from '../hubspot/portal/actor.ts';
import { type SandboxCrm, startSandboxCrm } from '../hubspot/start-sandbox-crm.ts';
import { PEOPLE } from './account.ts';
import type { PortalFile } from './portal-file.ts';
import { StartRefused } from './start-options.ts';

/** The tokens of one start. A page in a browser of this machine cannot guess them. */
export interface DemoTokens {
  /** The private app's. */
  readonly app: string;
  /** The token with which the workbench's automation acts. */
  readonly automation: string;
  /** @param author the id of a person, or `import` */
  readonly of: (author: string) => string;
}

/** @param newSecret makes letters and digits; random ones by default */
export function openDemoTokens(newSecret: () => string = () => randomBytes(18).toString('hex')): DemoTokens {
  const secret = newSecret();
  return {
    app: `pat-sandbox-${secret}`,
    automation: `automation-${secret}`,
    of: (author) => `${author === 'import' ? 'import' : `user-${author}`}-${secret}`,
  };
}

/**
 * Starts the sandbox CRM with the demo's people and the content of the file.
 *
 * @param app what the edition registers of our app
 * @throws StartRefused when the file is no saved portal
 */
export async function startDemoCrm(
  clock: MovableClock,
  tokens: DemoTokens,
  { file, app = {} }: { file?: PortalFile | undefined; app?: Partial<AppOptions> } = {},
): Promise<SandboxCrm> {
  const ownSecret = () => randomBytes(18).toString('hex');
  try {
    return await startSandboxCrm({
      tokens: actorsOf(tokens),
      owners: PEOPLE,
      now: clock.now,
      apps: [{ ...PARTNER_ICP, clientSecret: ownSecret(), ...app }],
      account: { developerKey: ownSecret(), timeZone: 'Etc/UTC' },
      ...(file?.saved === undefined ? {} : { loadFrom: file.saved }),
    });
  } catch (cause) {
    if (!(cause instanceof SavedPortalError)) throw cause;
    throw new StartRefused(`${cause.message} The file was left as it is.`, { cause });
  }
}

/** Our app in the account, as far as no edition says more; workflow actions can be defined for it. */
export const PARTNER_ICP = {
  id: 4711,
  name: 'Partner ICP',
  clientId: 'sandbox-client',
};

const actorsOf = ({ app, automation, of }: DemoTokens): readonly Actor[] => [
  { token: app, sourceType: 'INTEGRATION', sourceId: String(PARTNER_ICP.id), sourceLabel: PARTNER_ICP.name },
  {
    token: automation,
    sourceType: 'AUTOMATION_PLATFORM',
    sourceId: 'workbench-automation',
    sourceLabel: 'Automation',
  },
  { token: of('import'), sourceType: 'IMPORT', sourceId: 'customers.csv' },
  ...PEOPLE.map(({ id, userId }) => ({
    token: of(id),
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
