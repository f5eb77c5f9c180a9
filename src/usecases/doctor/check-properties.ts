import { companyProperties, dealProperties } from '../../crm/properties.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { Edition } from '../../crm/installation-mark.ts';
import { type ExistingProperty, type ObjectType, listProperties } from '../../crm/property-definitions.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import type { Context } from '../context.ts';
import { compareDefinition } from '../install/compare-definitions.ts';
import { install } from '../install/install.ts';
import { installedTypes } from '../install/read-portal.ts';
import { shownName } from '../install/step.ts';
import { Refused } from '../refused.ts';
import { type Finding, fault, ifAllowed } from './finding.ts';
import { RENAME_PROPERTIES, kindsDiffer, optionsLost, propertiesWereDeleted } from '../../messages/doctor.ts';

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
 * Compares the properties of the portal with what its partner types need. What is gone or lost options is
 * restored by the installer; what has another type now is never touched.
 *
 * @param edition the one that installed here, when known
 * @throws CrmError
 */
export async function checkProperties(
  context: Context,
  { repair, edition }: { repair: boolean; edition: Edition | undefined },
): Promise<PropertyCheck> {
  const findings: Finding[] = [];
  const before = await look(context, findings);
  const { missing, changed, optionless } = before.faults;
  const isRepaired = before.types.length > 0 && missing.length + optionless.length > 0 && repair;
  const refusal = isRepaired ? await installAgain(context, before.types, edition) : null;
  const after = isRepaired ? await look(context, findings) : before;
  const compared = [
    finding('property-missing', missing, after.faults.missing, {
      message: propertiesWereDeleted(missing.join(', ')),
      next: 'Run: icp doctor --repair, or: icp install',
      refusal,
    }),
    finding('option-missing', optionless, after.faults.optionless, {
      message: optionsLost(optionless.join('; ')),
      next: 'Run: icp doctor --repair, or: icp install',
      refusal,
    }),
    finding('property-changed', changed, after.faults.changed, {
      message: kindsDiffer(changed.join('; ')),
      next: RENAME_PROPERTIES,
      refusal: null,
    }),
  ];
  return {
    findings: [...findings, ...compared.filter(({ count }) => count > 0)],
    types: after.types,
    present: after.present,
    hadMissing: missing.some((name) => !name.startsWith(DEALS)),
    canMirror: after.seesDeals && !after.faults.missing.some((name) => name.startsWith(DEALS)),
  };
}

const DEALS = shownName('deals', '');

async function look(context: Context, findings: Finding[]) {
  const companies = await listProperties(context.crm, 'companies');
  const deals = await ifAllowed(findings, () => listProperties(context.crm, 'deals'));
  const present = new Set(companies.map(({ name }) => name));
  const types = installedTypes(present, context);
  const profiles = context.profiles.filter(({ type }) => types.includes(type));
  const faults: PropertyFaults = { missing: [], changed: [], optionless: [] };
  if (types.length > 0) {
    noteFaults('companies', companyProperties(profiles), companies, faults);
    if (deals !== null) noteFaults('deals', dealProperties(context.profiles), deals, faults);
  }
  return { types, present, faults, seesDeals: deals !== null };
}

/** Names as `shownName`, with what is wrong where it is not simply missing. */
interface PropertyFaults {
  missing: string[];
  changed: string[];
  optionless: string[];
}

function noteFaults(
  objectType: ObjectType,
  wanted: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { missing, changed, optionless }: PropertyFaults,
): void {
  const byName = new Map(existing.map((property) => [property.name, property]));
  for (const definition of wanted) {
    const { type, fieldType } = definition;
    const name = shownName(objectType, definition.name);
    const comparison = compareDefinition(definition, byName.get(definition.name));
    if (comparison.kind === 'missing') missing.push(name);
    if (comparison.kind === 'other-type') {
      const { found } = comparison;
      changed.push(`${name} is ${found.type} (${found.fieldType}), not ${type} (${fieldType})`);
    }
    if (comparison.kind === 'lost-options')
      optionless.push(`${name} lacks ${comparison.lost.map(({ value }) => value).join(', ')}`);
  }
}

function finding(
  code: 'property-missing' | 'property-changed' | 'option-missing',
  before: readonly string[],
  after: readonly string[],
  { message, next, refusal }: { message: string; next: string; refusal: string | null },
): Finding {
  const repaired = before.filter((name) => !after.includes(name)).length;
  const isDone = repaired === before.length;
  const sentence = isDone ? `${message} They are there again.` : `${message} ${refusal ?? next}`;
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
