import { type DestinationStream, type Logger, pino } from 'pino';

/** What is never logged, wherever in a line somebody puts it by mistake. Lines name portals and users by their ids. */
const SECRET = [
  ...['accessToken', 'refreshToken', 'tokens', 'clientSecret', 'adminSecret', 'secret', 'key', 'tokenKeys'],
  ...['authorization', 'cookie', 'signature', 'state', 'code_verifier', 'databaseUrl'],
  ...['email', 'userEmail', 'installerEmail', 'by'],
  ...['input', 'answer', 'body', 'query', 'params', 'headers', 'url', 'req', 'res'],
];

/**
 * The server's log: one line of JSON each.
 *
 * @param destination standard output when left out
 */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = {
    ...{ level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    redact: { paths, censor: '[not logged]' },
    serializers: { err: faultReport, bug: faultReport },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

const ADDRESS = /[^\s"'<>()]+@[^\s"'<>()]+/g;
const MOST_CAUSES = 5;

/**
 * A fault with where it arose and its causes, without values: messages of a database and of a JSON parser quote what they
 * were given.
 */
export function faultReport(fault: unknown): string {
  const lines: string[] = [];
  let cause = fault;
  for (let count = 0; cause instanceof Error && count < MOST_CAUSES; count++) {
    lines.push(`${count === 0 ? '' : 'caused by '}${nameOf(cause)}${safeMessage(cause)}`, ...framesOf(cause));
    cause = cause.cause;
  }
  return lines.length === 0 ? `thrown: ${typeof fault}` : lines.join('\n');
}

function nameOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${/^[ \w-]{1,60}$/.test(code) ? code : ''}`;
}

function safeMessage(error: Error): string {
  if (error instanceof SyntaxError || error.name === 'SyntaxError' || error.name === 'ZodError') return '';
  // of Drizzle: the statement has placeholders, `params` the values
  if ('query' in error && typeof error.query === 'string') return `: ${error.query.slice(0, 300)}`;
  // of PostgreSQL
  if ('severity' in error) return '';
  return `: ${error.message.split('\n')[0]?.slice(0, 300).replaceAll(ADDRESS, '[address]') ?? ''}`;
}

function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^ {4}at [^"]*$/.test(line));
}
