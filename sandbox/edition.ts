import type { HomeEntry } from '../src/contract/policy-home.ts';
import type { AppOptions } from './hubspot/apps/integrations.ts';
import type { SandboxCrm } from './hubspot/start-sandbox-crm.ts';
import type { CardBundle, WorkbenchOptions } from './workbench/host/server.ts';

/** An edition of the app, built. */
export interface BuiltEdition {
  readonly cards: readonly CardBundle[];
  /** What the portal registers of the app. */
  readonly app: Partial<AppOptions>;
  /**
   * Starts what answers the cards.
   *
   * @param furnished resolves once the portal can be worked in, with what the app keeps outside of it; null for a portal
   *   that was there before
   */
  readonly start: (
    crm: SandboxCrm,
    furnished: Promise<readonly HomeEntry[] | null>,
  ) => Promise<RunningEdition>;
}

export interface RunningEdition {
  /** How the workbench reaches it. */
  readonly reach: Pick<WorkbenchOptions, 'callFunction' | 'hubspotFetch' | 'connection'>;
  /** After the portal was put back to its beginning. */
  readonly reset: (entries: readonly HomeEntry[]) => Promise<void>;
  readonly end: () => Promise<void>;
}
