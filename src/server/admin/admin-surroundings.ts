import type { Logger } from 'pino';

import type { HubSpotApp } from '../../config/server-settings.ts';
import type { OpenDatabase } from '../../store/database.ts';
import type { InstallKey } from '../../store/installs.ts';
import type { KnownInstalls } from '../known-installs.ts';
import type { Disconnected } from '../oauth/disconnect.ts';
import type { Resealed } from '../../store/reseal-tokens.ts';
import type { Portals } from '../portals.ts';

/** What the routes behind the admin secret work with. */
export interface AdminSurroundings {
  apps: readonly HubSpotApp[];
  publicUrl: string;
  /** The scopes that the app needs, as its manifest names them. */
  scopes: readonly string[];
  store: OpenDatabase;
  installs: KnownInstalls;
  portals: Portals;
  /** Seals tokens with the current key that an older one sealed. */
  sealAnew: () => Promise<Resealed>;
  /** Takes the app out of a portal. Null for one that never had it. */
  disconnect: (key: InstallKey) => Promise<Disconnected | null>;
  log: Logger;
  now: () => number;
}
