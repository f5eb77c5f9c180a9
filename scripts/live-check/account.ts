import { isDone, summaryOf, textAt } from './answer.ts';
import { ACCOUNT, ACCOUNT_V3 } from './paths.ts';
import type { Send } from './send.ts';

/** The check cannot begin. The message says why. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Account types without customer data. */
const FOR_TESTS = ['DEVELOPER_TEST', 'SANDBOX', 'APP_DEVELOPER'];

/** The account of the token. @throws CannotRun */
export async function readAccount(send: Send): Promise<AccountFacts> {
  const dated = await send({ method: 'GET', path: `${ACCOUNT}/details` });
  const answer = dated.status === 404 ? await send({ method: 'GET', path: `${ACCOUNT_V3}/details` }) : dated;
  const { body } = answer;
  const id = textAt(body, 'portalId');
  if (answer.status === 401) throw new CannotRun('HubSpot does not know the token in HUBSPOT_ACCESS_TOKEN.');
  if (!isDone(answer) || id === '')
    throw new CannotRun(`HubSpot did not say whose account this is: ${summaryOf(answer)}.`);
  return { id, name: textAt(body, 'portalName'), type: textAt(body, 'accountType') };
}

/** @throws CannotRun for accounts that people work in */
export function checkType({ type }: AccountFacts, anyAccount: boolean): void {
  if (anyAccount || FOR_TESTS.includes(type)) return;
  throw new CannotRun(
    `This account is of type ${type === '' ? 'unknown' : type}, where people work. ` +
      'Use a developer test account, or say --any-account if you know better.',
  );
}
