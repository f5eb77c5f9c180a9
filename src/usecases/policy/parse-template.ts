import * as z from 'zod';

import type { Prerequisites, ProfileFault } from '../../contract/policy.ts';
import { InvalidProfile, parseProfile, pathText } from '../../icp/parse-profile.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import { type Settings, settingsFaults } from '../../icp/settings.ts';
import { OTHER_FORMAT, newerTemplate } from '../../messages/template.ts';
import { Day, PrerequisitesShape, SettingsShape } from './parse-policy.ts';

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
  settings: SettingsShape,
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
  for (const { key: type } of PARTNER_TYPES) {
    const given = data.profiles[type];
    if (given === undefined) continue;
    const read = given === null ? null : profileIn(type, given.profile);
    if (given === null || read === null) profiles[type] = null;
    else if (Array.isArray(read)) faults.push(...read);
    else profiles[type] = { ...given, profile: read };
  }
  return faults.length > 0 ? faults : { ...data, format: FORMAT, version: VERSION, profiles };
}

function profileIn(type: PartnerType, input: object): TemplateProfile['profile'] | ProfileFault[] {
  const at = `profiles.${type}.profile`;
  try {
    const { version: _version, ...profile } = parseProfile({ ...input, version: 0 });
    if (profile.type === type) return profile;
    return [{ path: `${at}.type`, message: `this is the profile of ${profile.type}` }];
  } catch (error) {
    if (!(error instanceof InvalidProfile)) throw error;
    return error.faults.map(({ path, message }) => ({ path: path === '' ? at : `${at}.${path}`, message }));
  }
}
