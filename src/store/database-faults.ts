import {
  databaseNotMigrated,
  databaseRefusesUser,
  databaseUnknown,
  databaseUnreachable,
} from '../messages/database.ts';

/** The database cannot be used. The message says what to do; it holds no password. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

/** Says in words why PostgreSQL could not be opened. Source: PostgreSQL, "Error Codes". */
export function faultOfDatabase(error: unknown, url: string): DatabaseRefused {
  if (error instanceof DatabaseRefused) return error;
  const { hostname, port, username, pathname } = URL.canParse(url) ? new URL(url) : NOWHERE;
  const place = `${hostname}:${port === '' ? '5432' : port}`;
  const code = codeOf(error);
  if (['28P01', '28000'].includes(code))
    return new DatabaseRefused(databaseRefusesUser(place, decodeURIComponent(username)));
  if (code === '3D000')
    return new DatabaseRefused(databaseUnknown(place, decodeURIComponent(pathname.slice(1))));
  if (/^[0-9A-Z]{5}$/.test(code) && !NOT_NOW.test(code))
    return new DatabaseRefused(databaseNotMigrated(reasonOf(error)));
  return new DatabaseRefused(databaseUnreachable(place, code === '' ? reasonOf(error) : code));
}

const NOWHERE = { hostname: '', port: '', username: '', pathname: '' };

/** It starts or ends, or takes no more connections. */
const NOT_NOW = /^(?:57P|53|08)/;

/** Drizzle wraps what the driver said. */
function chainOf(error: unknown): object[] {
  const chain: object[] = [];
  for (
    let each = error;
    typeof each === 'object' && each !== null;
    each = 'cause' in each ? each.cause : null
  )
    chain.push(each);
  return chain;
}

function codeOf(error: unknown): string {
  const codes = chainOf(error).map((each) => ('code' in each ? each.code : null));
  return codes.find((code) => typeof code === 'string') ?? '';
}

/** The innermost sentence: drizzle's own has the statement with its values. */
function reasonOf(error: unknown): string {
  const sentences = chainOf(error).map((each) => ('message' in each ? String(each.message) : ''));
  return sentences.at(-1)?.split('\n')[0] ?? 'no reason given';
}
