import { changeProperty } from '../../crm/property-definitions.ts';
import {
  type Edition,
  type InstallationRecord,
  RECORD_PROPERTY,
  readRecordOfInstallation,
  recordOptions,
} from '../../crm/installation-record.ts';
import { installationOf } from '../../crm/installation.ts';
import { CHANGED_MEANWHILE, NO_OBJECT, RECORD_MISSING, noHomeToMoveTo } from '../../messages/take-over.ts';
import type { Context } from '../context.ts';
import { updateOlderProfileList } from '../policy/older-profile-list.ts';
import { Refused } from '../refused.ts';
import { type HomeEnd, endOf, isSameEntry } from './home-end.ts';
import { install, planInstall } from './install.ts';
import { type Obstacle, type TakeOverPlan, planMove, withoutMark } from './plan-take-over.ts';
import { HOME_STEP } from './step.ts';

/** Between which homes a portal moves. */
export interface TakeOver {
  to: Edition;
  /** The home on the server. That of the private edition is in the context. */
  server: HomeEnd;
  /** The command that looks after the entries on the server. */
  serverDoctor: string;
}

interface Ends {
  record: InstallationRecord;
  source: HomeEnd;
  target: HomeEnd;
  doctor: string;
}

/**
 * What moving the portal to the other edition would do. Writes nothing.
 *
 * @param outside a context of the private edition
 * @throws Refused `not-installed` where nothing says which edition has the portal
 */
export async function planTakeOver(outside: Context, options: TakeOver): Promise<TakeOverPlan> {
  const ends = await endsOf(outside, options);
  const { source, target } = ends;
  if (ends.record.edition === options.to) return nothingLeft(ends);
  const there = await target.entries();
  const plan = comparing(ends, (await source.entries()) ?? [], there ?? []);
  const obstacle = options.to === 'private' && plan.missing.length > 0 ? await homeObstacle(outside) : null;
  return obstacle === null ? plan : { ...plan, obstacles: [...plan.obstacles, obstacle] };
}

/**
 * Moves the portal to the other edition with its log, its profiles and their drafts. The record of the installation names
 * the new edition only once everything is there. A run that broke off is finished by the next one.
 *
 * @param outside a context of the private edition
 * @returns what was added
 * @throws Refused `policy-damaged` or `policy-moved` for what stands in the way, `not-installed`, `no-home`
 */
export async function takeOver(outside: Context, options: TakeOver): Promise<TakeOverPlan> {
  const ends = await endsOf(outside, options);
  const { source, target, record } = ends;
  if (record.edition === options.to) {
    await settle(outside, ends);
    return nothingLeft(ends);
  }
  if (options.to === 'private')
    await install(outside, { extent: 'portal', edition: 'private', owner: record.edition });
  const plan = await compared(ends);
  await target.add(plan.missing);
  const after = await compared(ends);
  if (after.missing.length > 0) throw new Refused('policy-moved', CHANGED_MEANWHILE);
  await mark(outside, options.to);
  // published while the record was written
  const late = comparing(ends, (await source.entries()) ?? [], (await target.entries()) ?? []);
  await target.add(late.missing);
  await settle(outside, ends);
  return plan;
}

async function endsOf(outside: Context, { to, server, serverDoctor }: TakeOver): Promise<Ends> {
  const record = await readRecordOfInstallation(outside.crm);
  if (record === null) throw new Refused('not-installed', RECORD_MISSING, { field: RECORD_PROPERTY });
  const own = endOf(outside.home.inBulk(), 'private');
  return to === 'oauth'
    ? { record, source: own, target: server, doctor: 'icp doctor --repair' }
    : { record, source: server, target: own, doctor: serverDoctor };
}

function comparing({ source, target, doctor }: Ends, ...homes: Homes): TakeOverPlan {
  return planMove(...homes, { from: source.edition, to: target.edition }, doctor);
}

type Homes = [source: Parameters<typeof planMove>[0], target: Parameters<typeof planMove>[1]];

/** @throws Refused for what stands in the way */
async function compared(ends: Ends): Promise<TakeOverPlan> {
  const source = (await ends.source.entries()) ?? [];
  const target = await ends.target.entries();
  const plan = comparing(ends, source, target ?? []);
  if (target === null && source.length > 0) throw new Refused('no-home', noHomeToMoveTo(NO_OBJECT));
  const [first] = plan.obstacles;
  if (first === undefined) return plan;
  throw new Refused(first.code, plan.obstacles.map(({ message }) => message).join(' '));
}

function nothingLeft({ source, target }: Ends): TakeOverPlan {
  return { from: source.edition, to: target.edition, missing: [], there: 0, obstacles: [] };
}

/** Why no custom object would be made; null where it is there or would be. */
async function homeObstacle(outside: Context): Promise<Obstacle | null> {
  const { steps } = await planInstall(outside, { extent: 'portal', edition: 'private', owner: 'oauth' });
  const step = steps.find(({ name }) => name === HOME_STEP);
  const isUsable = step !== undefined && ['create', 'keep', 'repair'].includes(step.action);
  return isUsable ? null : { code: 'no-home', message: noHomeToMoveTo(step?.sentence ?? NO_OBJECT) };
}

/** When it was dated stays: what was made since is told from what is another's by it. */
async function mark({ crm, installation }: Context, edition: Edition): Promise<void> {
  const record = await readRecordOfInstallation(crm);
  if (record === null) throw new Refused('not-installed', RECORD_MISSING, { field: RECORD_PROPERTY });
  const marked = { ...record, edition };
  await changeProperty(crm, 'companies', RECORD_PROPERTY, { options: recordOptions(marked) });
  installation.learn(installationOf(marked));
}

/** A draft that stayed would be older than that of the other edition, and stand in the way back. */
async function settle(outside: Context, { source, target }: Ends): Promise<void> {
  const moved = new Map(((await target.entries()) ?? []).map((entry) => [entry.key, entry]));
  const drafts = ((await source.entries()) ?? []).filter((entry) => {
    const other = moved.get(entry.key);
    return entry.kind === 'profile-draft' && other !== undefined && isSameEntry(entry, other);
  });
  if (drafts.length > 0) await source.drop(drafts.map(withoutMark));
  if (target.edition !== 'private') return;
  const { policy } = await outside.policy.read(outside.home);
  const { crm, installation } = outside;
  await updateOlderProfileList({ crm, installation, current: policy.current });
}
