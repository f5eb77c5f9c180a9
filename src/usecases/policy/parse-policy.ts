import * as z from 'zod';

import type { PolicyBody, Prerequisites, ProfileBody } from '../../contract/policy.ts';
import type { StoredEntry } from '../../contract/policy-home.ts';
import { InvalidProfile, parseProfile } from '../../icp/parse-profile.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import { type Profile, versionKey } from '../../icp/profile.ts';
import type { FactSources, Settings } from '../../icp/settings.ts';

const Type = z.enum(PARTNER_TYPES.map(({ key }) => key));
/** A day as entries keep it. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is YYYY-MM-DD');

const Days = z.number('a whole number of days');

/** The shape of settings; `settingsFaults` says which figures and names are allowed. */
export const FactSourcesShape: z.ZodType<FactSources> = z.strictObject({
  sharedCustomers: z
    .discriminatedUnion('by', [
      z.strictObject({
        by: z.literal('property'),
        property: z.string(),
        lifecycleStages: z.array(z.string()),
      }),
      z.strictObject({
        by: z.literal('label'),
        label: z.string(),
        lifecycleStages: z.array(z.string()),
      }),
      z.strictObject({ by: z.literal('lists'), name: z.string() }),
    ])
    .nullable(),
  companiesAsking: z.strictObject({ property: z.string() }).nullable(),
});

const SETTINGS = {
  defaultType: Type,
  enabledTypes: z.array(Type),
  asksSaas: z.boolean(),
  evidenceDays: z.strictObject({ overlap: Days, inspection: Days, mandate: Days }),
  slots: z.number('a whole number of partners'),
  keepsDrafts: z.boolean(),
  publishing: z.enum(['terminal', 'page']),
  prerequisites: z.enum(['warn', 'refuse']),
  factSources: FactSourcesShape,
} as const;
const Publishers = z.array(z.string('the id of a HubSpot user'));
const EditedVerdicts = z.enum(['repair', 'ask']);

/** Settings as a caller sends them. */
export const SettingsShape: z.ZodType<Settings> = z.strictObject({
  ...SETTINGS,
  publishers: Publishers,
  editedVerdicts: EditedVerdicts,
});

/** Settings as they are kept: older ones name nobody who may publish, and say nothing of edited verdicts. */
export const KeptSettings: z.ZodType<Settings> = z.strictObject({
  ...SETTINGS,
  publishers: Publishers.default([]),
  editedVerdicts: EditedVerdicts.default('repair'),
});

const PolicyShape = z.strictObject({
  version: z.int().min(1),
  settings: KeptSettings,
  current: z.partialRecord(Type, z.int().min(0)),
  act: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('published'), profile: z.string() }),
    z.strictObject({ kind: z.literal('rolled-back'), profile: z.string() }),
    z.strictObject({ kind: z.literal('settings') }),
  ]),
});

/** What a profile rests on. @param day how its days are read: drafts may lack them */
export function prerequisitesShape(day: z.ZodType<string>): z.ZodType<Prerequisites> {
  const Link = z.strictObject({ url: z.string(), owner: z.string(), on: day }).nullable();
  return z.strictObject({
    ...{ hypothesis: Link, customerIcp: Link, thesis: Link },
    timing: z.strictObject({
      productMarketFit: z.boolean(),
      goToMarket: z.boolean(),
      programReady: z.boolean(),
    }),
  });
}

export const PrerequisitesShape = prerequisitesShape(Day);

const BodyShape = z.strictObject({
  profile: z.unknown(),
  prerequisites: PrerequisitesShape,
  reviewDue: Day,
});

/** The body of an entry of the log; null where it was edited by other means, or is none. */
export function parsePolicy(entry: StoredEntry): PolicyBody | null {
  const { success, data } = PolicyShape.safeParse(jsonOf(entry));
  if (!success || entry.key !== `policy@${data.version}`) return null;
  const current: Partial<Record<PartnerType, number>> = {};
  for (const [type, version] of Object.entries(data.current)) current[type as PartnerType] = version;
  return { ...data, current };
}

/** The body of a published profile; null where it was edited by other means, or is none. */
export function parseProfileBody(entry: StoredEntry): ProfileBody | null {
  const { success, data } = BodyShape.safeParse(jsonOf(entry));
  if (!success) return null;
  const profile = profileIn(data.profile);
  if (profile === null || versionKey(profile) !== entry.key) return null;
  return { ...data, profile };
}

function profileIn(input: unknown): Profile | null {
  try {
    return parseProfile(input);
  } catch (error) {
    if (error instanceof InvalidProfile) return null;
    throw error;
  }
}

/** The JSON of an intact entry; undefined for any other. */
export function jsonOf({ body, isIntact }: StoredEntry): unknown {
  if (!isIntact) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    // the checksum fits, but this app writes JSON only
    return undefined;
  }
}
