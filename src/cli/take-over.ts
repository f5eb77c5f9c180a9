import { readAccount } from '../crm/account.ts';
import { NAME_EDITION, PORTAL_UNKNOWN, badApp } from '../messages/take-over.ts';
import { amount } from '../usecases/amount.ts';
import { type TakeOverPlan, countKinds } from '../usecases/install/plan-take-over.ts';
import { planTakeOver, takeOver } from '../usecases/install/take-over.ts';
import { Refused } from '../usecases/refused.ts';
import { serverOf } from './fleet-server.ts';
import { connectedApp, homeOnServer } from './server-home.ts';
import { EXIT, type JsonOption, type Run, connect, print } from './terminal.ts';
import { badInput, typedEdition } from './typed.ts';

export interface TakeOverOptions extends JsonOption {
  edition?: string;
  app?: string;
  dryRun?: boolean;
}

/** `icp install --take-over`: moves the portal to the other edition with its policy log. */
export async function runTakeOver(run: Run, { edition, app, dryRun, json }: TakeOverOptions): Promise<void> {
  if (edition === undefined) throw badInput('--edition', NAME_EDITION);
  const to = typedEdition(edition);
  const appId = app === undefined ? null : typedApp(app);
  const server = serverOf(run);
  const context = connect(run);
  const account = await readAccount(context.crm);
  if (account === null) throw new Refused('not-configured', PORTAL_UNKNOWN);
  const connected = await connectedApp(server, account.id, appId, to === 'private');
  const options = {
    to,
    server: homeOnServer(server, connected),
    serverDoctor: `icp fleet doctor --portals ${connected.portalId}`,
  };
  const isDry = dryRun === true;
  const plan = isDry ? await planTakeOver(context, options) : await takeOver(context, options);
  const { missing, ...rest } = plan;
  const answer = { moved: !isDry, entries: missing.map(({ key }) => key), ...rest };
  print(run, answer, json, () => linesOf(plan, isDry, connected.portalId));
  if (plan.obstacles.length > 0) run.exitCode = EXIT.badInput;
}

function typedApp(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw badInput('--app', badApp(text.slice(0, 40)));
  return Number(text);
}

function linesOf({ to, missing, there, obstacles }: TakeOverPlan, isDry: boolean, portalId: number) {
  const counts = countKinds(missing);
  const parts = [
    amount(counts.policy, 'entry of the log', 'entries of the log'),
    amount(counts.profile, 'profile', 'profiles'),
    amount(counts['profile-draft'], 'draft', 'drafts'),
  ];
  const sums = `${parts.join(', ')}; ${amount(there, 'entry is', 'entries are')} there already.`;
  if (isDry)
    return [
      `Would move to the ${to} edition: ${sums}`,
      ...obstacles.map(({ message }) => `! ${message}`),
      'Nothing was written.',
    ];
  return [`The portal belongs to the ${to} edition. Moved: ${sums}`, nextStep(to, portalId)];
}

function nextStep(to: TakeOverPlan['to'], portalId: number): string {
  return to === 'oauth'
    ? `Next: icp fleet install --portals ${portalId}, then icp fleet doctor --portals ${portalId}.`
    : `Next: icp doctor. Once it is clean, icp fleet disconnect ${portalId} --yes deletes what the server keeps.`;
}
