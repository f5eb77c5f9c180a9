import { companyProperties, dealProperties } from '../../crm/properties.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { Account } from '../../crm/account.ts';
import { foreignAmong, fits } from '../../crm/foreign-properties.ts';
import { fieldsOfForeign, installationOf } from '../../crm/installation.ts';
import { MARK_PROPERTY, parseMark } from '../../crm/installation-mark.ts';
import type { Edition, InstallationRecord } from '../../crm/installation-record.ts';
import { type ExistingProperty, type ObjectType, listProperties } from '../../crm/property-definitions.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import type { Context } from '../context.ts';
import { compareDefinition } from '../install/compare-definitions.ts';
import { install } from '../install/install.ts';
import { lookUntil } from '../install/look-until.ts';
import { installedTypes } from '../install/read-portal.ts';
import { shownName } from '../install/step.ts';
import { Refused } from '../refused.ts';
import { checkZone } from './check-portal.ts';
import { type Finding, fault, ifAllowed, note } from './finding.ts';
import {
  DELETE_FOREIGN,
  RECORD_MISSING,
  foreignProperties,
  RENAME_PROPERTIES,
  kindsDiffer,
  labelsOutdated,
  optionsLost,
  propertiesMissingHere,
} from '../../messages/doctor.ts';

export interface PropertyCheck {
  findings: Finding[];
  types: PartnerType[];
  /** Names of the company properties that are there, after repair. */
  present: ReadonlySet<string>;
  /** Company properties were missing when the check began. Their values may be lost. */
  hadMissing: boolean;
  /** Deals have the properties of the verdict, and the app may read them. */
  canMirror: boolean;
}

/**
 * Compares the properties of the portal with what its partner types need. What is gone or lost options is restored by the
 * installer; what has another type now is never touched.
 *
 * After it, this run neither reads nor writes properties of others, whatever the record says.
 *
 * @throws CrmError
 */
export async function checkProperties(
  context: Context,
  { repair, account, record }: Found & { repair: boolean },
): Promise<PropertyCheck> {
  const findings: Finding[] = [];
  const before = await look(context, record, findings);
  const { missing, optionless, outdated } = before.faults;
  const isStale = record === null || isOutdated(record, account, before.foreign);
  const isRepaired =
    before.types.length > 0 &&
    (missing.length + optionless.length + outdated.length > 0 || isStale) &&
    repair;
  const edition = record?.edition ?? before.edition;
  const refusal = isRepaired ? await installAgain(context, before.types, edition) : null;
  const after = isRepaired ? await lookAgain(context, findings, refusal === null) : before;
  if (before.types.length > 0) {
    const isKept = isRepaired && refusal === null;
    if (record === null && !isKept) findings.push(note('record-missing', RECORD_MISSING));
    findings.push(...checkZone(account, record, isKept));
  }
  const compared = findingsFrom(before.faults, after.faults, refusal);
  return {
    findings: [...findings, ...compared.filter(({ count }) => count > 0)],
    types: after.types,
    present: after.present,
    hadMissing: missing.some((name) => !name.startsWith(DEALS)),
    canMirror: after.seesDeals && !after.faults.missing.some((name) => name.startsWith(DEALS)),
  };
}

/** @param refusal why a repair failed; null when it did not, or was not asked for */
function findingsFrom(before: PropertyFaults, after: PropertyFaults, refusal: string | null): Finding[] {
  const { missing, changed, optionless, outdated, foreign } = before;
  return [
    finding('property-missing', missing, after.missing, {
      message: propertiesMissingHere(missing.join(', ')),
      next: 'Run: icp doctor --repair, or: icp install',
      refusal,
    }),
    finding('option-missing', optionless, after.optionless, {
      message: optionsLost(optionless.join('; ')),
      next: 'Run: icp doctor --repair, or: icp install',
      refusal,
    }),
    {
      ...finding('label-outdated', outdated, after.outdated, {
        message: labelsOutdated(outdated.join('; ')),
        next: 'Run: icp install',
        refusal,
      }),
      weight: 'note',
    },
    finding('property-changed', changed, after.changed, {
      message: kindsDiffer(changed.join('; ')),
      next: RENAME_PROPERTIES,
      refusal: null,
    }),
    finding('property-foreign', foreign, after.foreign, {
      message: foreignProperties(foreign.join('; ')),
      next: DELETE_FOREIGN,
      refusal: null,
    }),
  ];
}

const DEALS = shownName('deals', '');

interface Found {
  account: Account | null;
  /** What the portal keeps of its installation. */
  record: InstallationRecord | null;
}

function lookAgain(context: Context, findings: Finding[], isMade: boolean) {
  return lookUntil(
    context,
    () => look(context, context.installation.current().record, findings),
    ({ faults: { missing, optionless } }) => !isMade || missing.length + optionless.length === 0,
  );
}

/** Whether the record says something else than what was found: another zone, other foreign properties. */
function isOutdated(record: InstallationRecord, account: Account | null, foreign: Foreign): boolean {
  if (account !== null && account.zone !== null && account.zone !== record.zone) return true;
  const text = ({ companies, deals }: Foreign) => [...companies, '', ...deals].sort().join();
  return text(record.foreign) !== text(foreign);
}

type Foreign = InstallationRecord['foreign'];

async function look(context: Context, record: InstallationRecord | null, findings: Finding[]) {
  const { profiles: all } = context;
  const companies = await listProperties(context.crm, 'companies');
  const deals = await ifAllowed(findings, () => listProperties(context.crm, 'deals'));
  const foreign = {
    companies: foreignAmong('companies', companies, record, all),
    deals: deals === null ? (record?.foreign.deals ?? []) : foreignAmong('deals', deals, record, all),
  };
  const known = await context.installation.read(context);
  context.installation.learn(
    record === null
      ? { ...known, foreign: fieldsOfForeign(foreign) }
      : installationOf({ ...record, foreign }),
  );
  const present = new Set(
    companies.map(({ name }) => name).filter((name) => !foreign.companies.includes(name)),
  );
  const types = installedTypes(present, context);
  const profiles = context.profiles.filter(({ type }) => types.includes(type));
  const faults: PropertyFaults = { missing: [], changed: [], optionless: [], outdated: [], foreign: [] };
  if (types.length > 0) {
    noteFaults('companies', companyProperties(profiles), companies, foreign, faults);
    if (deals !== null) noteFaults('deals', dealProperties(context.profiles), deals, foreign, faults);
  }
  const mark = parseMark(deals?.find(({ name }) => name === MARK_PROPERTY)?.description ?? '');
  return { types, present, faults, foreign, edition: mark?.edition, seesDeals: deals !== null };
}

/** Names as `shownName`, with what is wrong where it is not simply missing. */
interface PropertyFaults {
  missing: string[];
  changed: string[];
  optionless: string[];
  /** Labels, options and descriptions of an earlier version. */
  outdated: string[];
  foreign: string[];
}

function noteFaults(
  objectType: ObjectType,
  wanted: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { [objectType]: others }: Foreign,
  { missing, changed, optionless, outdated, foreign }: PropertyFaults,
): void {
  const byName = new Map(existing.map((property) => [property.name, property]));
  for (const definition of wanted) {
    const { type, fieldType } = definition;
    const name = shownName(objectType, definition.name);
    const there = byName.get(definition.name);
    if (there !== undefined && others.includes(there.name) && fits(definition, there)) {
      foreign.push(`${name} in the group "${there.groupName}"`);
      continue;
    }
    const comparison = compareDefinition(definition, there, existing);
    if (comparison.kind === 'missing') missing.push(name);
    if (comparison.kind === 'other-type') {
      const { found } = comparison;
      changed.push(`${name} is ${found.type} (${found.fieldType}), not ${type} (${fieldType})`);
    }
    if (comparison.kind !== 'differs') continue;
    const { lost, outdated: texts } = comparison;
    if (lost.length > 0) optionless.push(`${name} lacks ${lost.map(({ value }) => value).join(', ')}`);
    if (texts.length > 0) outdated.push(`${name}: ${texts.join(', ')}`);
  }
}

function finding(
  code: 'property-missing' | 'property-changed' | 'property-foreign' | 'option-missing' | 'label-outdated',
  before: readonly string[],
  after: readonly string[],
  { message, next, refusal }: { message: string; next: string; refusal: string | null },
): Finding {
  const repaired = before.filter((name) => !after.includes(name)).length;
  const isDone = repaired === before.length;
  const sentence = isDone ? `${message} They are as they should be again.` : `${message} ${refusal ?? next}`;
  return { ...fault(code, sentence, before), count: before.length, repaired };
}

/** @returns why it failed; null when it did not */
async function installAgain(
  context: Context,
  types: readonly PartnerType[],
  edition: Edition | undefined,
): Promise<string | null> {
  try {
    await install(context, { types, ...(edition && { edition }) });
    return null;
  } catch (error) {
    if (error instanceof CrmError || error instanceof Refused) return error.message;
    throw error;
  }
}
