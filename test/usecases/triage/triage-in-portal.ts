import type { Operations } from '../../../src/contract/operations.ts';
import type { TriageAct, TriageApplied, TriagePlan } from '../../../src/contract/triage.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import type { Portal } from '../../portal.ts';

export const ada = 'ada@example.com';
const installer = { userId: '7', email: 'olga@example.com' };
export const ADA = { userId: '8', email: ada, installer, isInstaller: false };

/** As the server of the OAuth edition works for Ada, whom HubSpot has signed. She may not publish. */
export function signedByAda({ context }: Pick<Portal, 'context'>): Context {
  return {
    ...context,
    ...{ publishes: 'by-person', edition: 'oauth', person: ADA },
    remedies: oauthRemedies('https://partner-icp.example.com'),
  };
}

/** Asks as the door of the OAuth edition does. @throws Error with the sentence of a failure */
export async function askSigned<Name extends keyof Operations>(
  context: Context,
  operation: Name,
  input: Operations[Name]['input'],
): Promise<Operations[Name]['answer']> {
  const asked = await answerCall(() => context, { operation, input }, { person: ADA });
  if ('error' in asked) throw new Error(`${asked.error.code}: ${asked.error.message}`);
  return asked.answer as Operations[Name]['answer'];
}

export async function previewed(
  context: Context,
  act: TriageAct,
  companyIds: readonly string[],
): Promise<readonly TriagePlan[]> {
  return (await askSigned(context, 'preview-triage', { act, companyIds })).plans;
}

/** Those of the plans that would change something, as a panel sends them. */
export function toApply(plans: readonly TriagePlan[]) {
  return plans.flatMap(({ companyId, seen }) => (seen === null ? [] : [{ companyId, seen }]));
}

export function applied(
  context: Context,
  act: TriageAct,
  plans: readonly TriagePlan[],
  at = context.now().toISOString(),
): Promise<TriageApplied> {
  return askSigned(context, 'apply-triage', { act, companies: toApply(plans), at, by: ada });
}
