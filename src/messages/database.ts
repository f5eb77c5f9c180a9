/** What the server says of its database, at its start. None of it has the address with its password. */

/** @param place "127.0.0.1:5432" */
export const databaseUnreachable = (place: string, reason: string) =>
  `The database at ${place} does not answer (${reason}). Check that it runs, and host and port in DATABASE_URL.`;
export const databaseRefusesUser = (place: string, user: string) =>
  `The database at ${place} refuses the user "${user}". Check user and password in DATABASE_URL.`;
export const databaseUnknown = (place: string, name: string) =>
  `The database at ${place} has no database "${name}". Create it, or name another one in DATABASE_URL.`;
/** @param version "14.9" */
export const databaseTooOld = (version: string) =>
  `The database is PostgreSQL ${version}, and the server needs 15 or later. Upgrade it, or name another one in DATABASE_URL.`;
export const DATABASE_TOO_NEW =
  'The database was brought up to date by a newer version of this server. Start that version, or restore a backup from before. Nothing was changed.';
/** @param reason in the database's own words */
export const databaseNotMigrated = (reason: string) =>
  `The tables could not be brought up to date (${reason}). Nothing was changed. The user in DATABASE_URL has to own the database or may create tables in it.`;
/** @param who "process 4711" @param remedy "name another file with --data" */
export const pathInUse = (path: string, who: string, remedy: string) =>
  `${path} is in use by ${who}. End that one first, or ${remedy}.`;
export const lockLeftBehind = (lock: string) => `If it ended already, delete ${lock}.`;
export const OTHER_FOLDER =
  'name another folder in DATA_FOLDER; several processes need PostgreSQL in DATABASE_URL';
export const HOME_UNAVAILABLE =
  'The server cannot reach the database with the profiles of this portal. Try again in a minute; nothing is judged without them.';
