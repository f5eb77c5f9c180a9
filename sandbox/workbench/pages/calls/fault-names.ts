/** Descriptions of the sandbox's faults. Others are shown by name. */
const WORDS: Readonly<Record<string, string>> = {
  dailyLimit: '429, daily limit used up',
  rollingLimit: '429, ten-second limit used up',
  searchLimit: '429, searches per second used up',
  serverError: '500',
  badGateway: '502 as a page',
  unavailable: '503 as a page',
  gatewayTimeout: '504 as a page',
  timeout: '524 as a page',
  locked: '423, the record is locked',
  migrating: '477, the account is being moved',
  htmlPage: '200 with a page instead of JSON',
  badInput: '409 for a whole batch',
  missingScope: '403, a scope is missing',
  serverErrorAfter: '500 after the write',
  badGatewayAfter: '502 after the write',
  gatewayTimeoutAfter: '504 after the write',
  timeoutAfter: '524 after the write',
  htmlPageAfter: '200 with a page after the write',
  truncated: 'JSON cut in half',
  resetBefore: 'connection reset before the write',
  resetAfter: 'connection reset after the write',
  hangBefore: 'no answer, nothing written',
  hangAfter: 'no answer, though written',
  slow: 'answer 2 seconds late',
  clockAhead: 'clock 10 minutes ahead',
  clockBehind: 'clock 10 minutes behind',
};

export function faultWords(name: string): string {
  return WORDS[name] ?? name;
}

/** Faults that end by themselves. */
export const PASSING: readonly string[] = [
  ...['rollingLimit', 'serverError', 'badGateway', 'unavailable', 'gatewayTimeout'],
  ...['locked', 'resetBefore', 'resetAfter', 'slow'],
];
