import * as z from 'zod';

import type { Prerequisites, ProfileFault } from '../../contract/policy.ts';
import { LONGEST_TEXT } from '../../icp/kept-entry.ts';
import { InvalidProfile, parseProfile, pathText } from '../../icp/parse-profile.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import { type Settings, settingsFaults } from '../../icp/settings.ts';
import { OTHER_FORMAT, TYPES_DIFFER, newerTemplate, profileTooLong } from '../../messages/template.ts';
import { lastingFaultsOf } from './draft-faults.ts';
import { Day, KeptSettings, PrerequisitesShape } from './parse-policy.ts';
import { longestPart } from './publish-entry.ts';

/** What a portal has decided, to be carried to another one. It names no company and no id of the portal. */
export interface Template {
  format: typeof FORMAT;
  version: 1;
  /** The types that the portal has properties for. */
  types: readonly PartnerType[];
  /** The current profile per type; null for the one that comes with Partner ICP. */
  profiles: Readonly<Partial<Record<PartnerType, TemplateProfile | null>>>;
  settings: Settings;
}

/** A profile of a template. It has no number: each portal counts its own versions. */
export interface TemplateProfile {
  profile: Omit<Profile, 'version'>;
  prerequisites: Prerequisites;
  /** `YYYY-MM-DD` */
  reviewDue: string;
}

export const FORMAT = 'Partner ICP template';
const VERSION = 1;

const Type = z.enum(PARTNER_TYPES.map(({ key }) => key));
const Shape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  types: z.array(Type, 'a list of partner types'),
  profiles: z.partialRecord(
    Type,
    z
      .strictObject({
        profile: z.record(z.string(), z.unknown()),
        prerequisites: PrerequisitesShape,
        reviewDue: Day,
      })
      .nullable(),
  ),
  settings: KeptSettings,
});

/** Reads a template. @param input JSON @returns the faults, each with its path, where it cannot be used */
export function parseTemplate(input: unknown): Template | readonly ProfileFault[] {
  const { data: head } = z.looseObject({ format: z.literal(FORMAT), version: z.int() }).safeParse(input);
  if (head === undefined) return [{ path: 'format', message: OTHER_FORMAT }];
  if (head.version > VERSION) return [{ path: 'version', message: newerTemplate(head.version) }];
  const { data, error } = Shape.safeParse(input);
  if (error !== undefined)
    return error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
  const faults: ProfileFault[] = settingsFaults(data.settings).map(({ path, message }) => ({
    path: `settings.${path}`,
    message,
  }));
  const profiles: Partial<Record<PartnerType, TemplateProfile | null>> = {};
  if (Object.keys(data.profiles).sort().join() !== [...data.types].sort().join())
    faults.push({ path: 'types', message: TYPES_DIFFER });
  for (const { key: type } of PARTNER_TYPES) {
    const given = data.profiles[type];
    if (given === undefined) continue;
    const read = given === null ? null : bodyIn(type, given);
    if (Array.isArray(read)) faults.push(...read.map((fault) => under(`profiles.${type}`, fault)));
    else profiles[type] = read;
  }
  return faults.length > 0 ? faults : { ...data, format: FORMAT, version: VERSION, profiles };
}

type Given = Omit<TemplateProfile, 'profile'> & { profile: object };

/** The profile with what it rests on, or everything that would keep it from being published. */
function bodyIn(type: PartnerType, given: Given): TemplateProfile | ProfileFault[] {
  const profile = profileIn(type, given.profile);
  if (Array.isArray(profile)) return profile.map((fault) => under('profile', fault));
  const body = { ...given, profile: { ...profile, version: 0 } };
  const { length } = JSON.stringify(body);
  const faults = lastingFaultsOf(body);
  if (length > LONGEST_TEXT) {
    const message = profileTooLong(length.toLocaleString('en'), LONGEST_TEXT.toLocaleString('en'));
    faults.push({ path: `profile.${longestPart(body)}`, message });
  }
  return faults.length > 0 ? faults : { ...given, profile };
}

function under(at: string, { path, message }: ProfileFault): ProfileFault {
  return { path: path === '' ? at : `${at}.${path}`, message };
}

function profileIn(type: PartnerType, input: object): TemplateProfile['profile'] | ProfileFault[] {
  try {
    const { version: _version, ...profile } = parseProfile({ ...input, version: 0 });
    if (profile.type === type) return profile;
    return [{ path: 'type', message: `this is the profile of ${profile.type}` }];
  } catch (error) {
    if (!(error instanceof InvalidProfile)) throw error;
    return [...error.faults];
  }
}
