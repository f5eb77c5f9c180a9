// What `icp fleet` says.

export const NO_SERVER =
  'PARTNER_ICP_SERVER is not set: set it to the address of the server, such as https://partner-icp.example.com';
export const BAD_SERVER =
  'PARTNER_ICP_SERVER must be an https address without path, query and user (http only on this computer)';
export const NO_SECRET = 'ADMIN_SECRET is not set: set it to the admin secret of the server';
export const BAD_SECRET = 'ADMIN_SECRET must have at least 32 characters, without spaces: copy it again';

export const NAME_PORTALS =
  'name the portals: --all, or --portals with ids separated by commas or a file with one on each line.';
export const ONE_WAY = 'name the portals by --all or by --portals, not by both.';
/** @param typed what is no id */
export const notAPortal = (typed: string) =>
  `"${typed}" is no portal. Write 62515, or 4711:62515 for the portal of one app.`;
export const noPortalsIn = (file: string) => `${file} names no portal.`;
export const NO_PORTALS_HERE = 'No portal is connected to the server.';

export const UNKNOWN_PORTAL = 'The server does not know this portal.';
export const UNINSTALLED_PORTAL = 'The portal has uninstalled the app.';
export const NOT_REACHED = 'This portal was not begun, since the command was stopped.';
export const FLEET_YES =
  'Nothing was disconnected. The portal loses its tokens and rows on the server. To do it, repeat the command with --yes.';
export const FLEET_NOT_PUBLISHED =
  'Nothing was published. To publish: --apply --by name@example.com --reason "..."';

/** @param reason of the network */
export const serverUnreachable = (address: string, reason: string) =>
  `The server at ${address} cannot be reached: ${reason}. Look at its address, and whether it runs.`;
export const SECRET_REFUSED = 'The server does not take this admin secret. Look at ADMIN_SECRET.';
export const notTheServer = (address: string) =>
  `What answers at ${address} is not a server of Partner ICP of this version. Look at PARTNER_ICP_SERVER.`;
export const BROKE_OFF =
  'The server broke the answer off. Run the command again: it goes on from what is there.';

/** @param changes "12 changes wait" @param minutes "3 minutes" */
export const fleetChanges = (changes: string, minutes: string) => `${changes}, the first for ${minutes}`;
/** @param what `technology`, or `night`. @param state `running`. @param far "50 of 120" */
export const fleetJob = (what: string, state: string, far: string) =>
  what === 'night' ? `night: ${state}, ${far}` : `re-judging ${what}: ${state}, ${far}`;
/** @param companies "2 companies" */
export const fleetContested = (companies: string) => `another automation keeps changing ${companies}`;
/** @param verdicts "2 edited verdicts wait" */
export const fleetEdited = (verdicts: string) => `${verdicts} for a person`;
