import { isNativeError } from 'node:util/types';

/** Classes of PostgreSQL's codes: connection exceptions, no resources (too many connections), intervention of an operator. */
const CLASSES = ['08', '53', '57'];
const SYSTEM = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];
/** The driver gives these no code. */
const SENTENCES = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /PGlite is clos/,
  /^Cannot use a pool after/,
];

/** Whether a statement failed because the database could not be reached, or ended meanwhile, and not by its own fault. */
export function isDatabaseDown(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; isNativeError(cause) && depth < 5; depth++) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const { message } = cause;
    const isPostgres = /^[0-9A-Z]{5}$/.test(code) && CLASSES.includes(code.slice(0, 2));
    if (isPostgres || SYSTEM.includes(code) || SENTENCES.some((sentence) => sentence.test(message)))
      return true;
    cause = cause.cause;
  }
  return false;
}
