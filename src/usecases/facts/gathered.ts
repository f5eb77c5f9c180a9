import type { Gathered } from '../../contract/facts.ts';
import { CrmError, isForbidden } from '../../crm/client/errors.ts';
import { canName, optionsNaming } from '../../crm/named-records.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import { isTooLong, isTooShort } from '../../icp/partner-name.ts';
import { isInvisible, shortened, visibleLine } from '../../icp/visible-text.ts';
import {
  NO_COMPANY_NAME,
  factFailed,
  factNotAllowed,
  nameTooLong,
  nameTooShort,
  propertyAbsent,
  propertyUnfit,
} from '../../messages/facts.ts';
import type { Context } from '../context.ts';

/** The partner that facts are about. */
export interface Partner {
  id: string;
  /** As its company has it. */
  name: string;
}

/** Why there is no fact. */
export type NotGathered = Exclude<Gathered<never>, { state: 'counted' }>;

/** The most records that an answer names: HubSpot takes at most one megabyte of it. */
export const MOST_LISTED = 1_000;

/** A fact, or why HubSpot gave none. One source that fails leaves the others alone. */
export async function gathered<Fact>(reading: () => Promise<Gathered<Fact>>): Promise<Gathered<Fact>> {
  try {
    return await reading();
  } catch (error) {
    if (isForbidden(error)) return { state: 'not-allowed', message: factNotAllowed(error.message) };
    if (error instanceof CrmError) return { state: 'failed', message: factFailed(error.message) };
    throw error;
  }
}

/** Why the name cannot be looked for; null where it can. */
export function nameFault({ name }: Partner): NotGathered | null {
  const shown = shortened(visibleLine(name).trim(), LONGEST_SHOWN);
  if (isInvisible(name)) return { state: 'no-name', message: NO_COMPANY_NAME };
  if (isTooShort(name)) return { state: 'no-name', message: nameTooShort(shown) };
  return isTooLong(name) ? { state: 'no-name', message: nameTooLong(shown) } : null;
}

const LONGEST_SHOWN = 120;

/**
 * Counts by a property that the settings name. What is known of it may be some minutes old: where a search by it is refused,
 * it is read again, and where the partner is none of its options: somebody may have added that.
 *
 * @param isFresh reads it in any case
 * @throws CrmError
 */
export async function countBySource<Counted>(
  { crm, installation }: Pick<Context, 'crm' | 'installation'>,
  { of, name, partner, isFresh }: { of: ObjectType; name: string; partner: Partner; isFresh: boolean },
  count: (property: ExistingProperty) => Promise<Counted>,
): Promise<Counted | NotGathered> {
  const known = await installation.property(crm, of, name, isFresh);
  const property =
    isWithoutOption(known, partner) && !isFresh ? await installation.property(crm, of, name, true) : known;
  if (property === null) return { state: 'wrong-source', message: propertyAbsent(name, of) };
  if (!canName(property)) return { state: 'wrong-source', message: propertyUnfit(property.label, of) };
  try {
    return await count(property);
  } catch (error) {
    const isRefused = error instanceof CrmError && REFUSED.includes(error.code);
    if (!isRefused || (await installation.property(crm, of, name, true)) !== null) throw error;
    return { state: 'wrong-source', message: propertyAbsent(name, of) };
  }
}

function isWithoutOption(property: ExistingProperty | null, { name }: Partner): boolean {
  return property?.type === 'enumeration' && optionsNaming(property, name).length === 0;
}

const REFUSED: readonly string[] = ['invalid-request', 'property-missing'];
