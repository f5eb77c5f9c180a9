import { compareHome } from '../../crm/home-schema.ts';
import type { InstallationRecord } from '../../crm/installation-record.ts';
import {
  HOME_DELETED,
  HOME_NAME_TAKEN,
  HOME_NEEDS_PLAN,
  homePropertyUnfit,
  homesFull,
} from '../../messages/install.ts';
import type { PortalSetup } from './read-portal.ts';
import { HOME_STEP, type Step } from './step.ts';

/** The custom object that keeps policy and drafts. @param known by the record, as far as it is there */
export function planHome(
  { home }: Pick<PortalSetup, 'home'>,
  known: Pick<InstallationRecord, 'home'>,
): Step[] {
  if (home === null) return [];
  if ('refused' in home) return [step('skip', `${HOME_NEEDS_PLAN} ${home.refused}`)];
  const { there, isDeleted, room } = home;
  if (there !== null)
    return [there.objectTypeId === known.home ? kept(there) : step('clash', HOME_NAME_TAKEN)];
  if (isDeleted) return [step('clash', HOME_DELETED)];
  if (room !== null && room.used >= room.limit) return [step('skip', homesFull(room.limit, room.used))];
  const sentence = 'Keeps the profiles and settings of this portal, with every version, and drafts.';
  return [{ ...step('create', sentence), work: { call: 'home' } }];
}

function kept(there: Parameters<typeof compareHome>[0]): Step {
  const { missing, unfit } = compareHome(there);
  const sentences = [
    ...(missing.length === 0 ? [] : [`Gets ${missing.map(({ name }) => name).join(', ')} back.`]),
    ...unfit.map(homePropertyUnfit),
  ];
  if (sentences.length === 0) return step('keep', 'The custom object is there.');
  return {
    ...step(unfit.length > 0 ? 'clash' : 'repair', sentences.join(' ')),
    work: missing.length === 0 ? null : { call: 'home-properties', properties: missing },
  };
}

function step(action: Step['action'], sentence: string): Step {
  return { kind: 'home', name: HOME_STEP, action, sentence, work: null };
}
