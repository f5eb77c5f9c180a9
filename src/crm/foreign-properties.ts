import { isOurDescription, isOurLabel } from './earlier-texts.ts';
import type { InstallationRecord } from './installation-record.ts';
import { companyProperties, dealProperties } from './properties.ts';
import type { ExistingProperty, ObjectType } from './property-definitions.ts';
import { PROPERTY_GROUP, type PropertyDefinition } from './property-shapes.ts';
import type { Profile } from '../icp/profile.ts';

type Known = Pick<InstallationRecord, 'made' | 'writtenAt'> | null;

/** The definitions of every name that the product may use on a kind of record. */
export function wantedProperties(objectType: ObjectType, profiles: readonly Profile[]): PropertyDefinition[] {
  return objectType === 'companies' ? companyProperties(profiles) : dealProperties(profiles);
}

/**
 * Names of properties that stand under our names and are another's: values of theirs are never read, written or cleared.
 *
 * @param record null where the portal has none: then what is as we define it counts as ours
 */
export function foreignAmong(
  objectType: ObjectType,
  existing: readonly ExistingProperty[],
  record: Known,
  profiles: readonly Profile[],
): string[] {
  const wanted = new Map(wantedProperties(objectType, profiles).map((each) => [each.name, each]));
  return existing.flatMap((found) => {
    const definition = wanted.get(found.name);
    if (definition === undefined) return [];
    return isForeign(objectType, definition, found, record) ? [found.name] : [];
  });
}

/** Whether a property can hold the values of ours of the same name. */
export function fits({ type, fieldType }: PropertyDefinition, found: ExistingProperty): boolean {
  return found.type === type && (type !== 'enumeration' || found.fieldType === fieldType);
}

/**
 * An admin may move what is ours to another group, or rename it. Somebody who makes a new one does both. In our group
 * stands also what a run of ours made that broke off before it was recorded: it has our label and description.
 */
function isForeign(
  objectType: ObjectType,
  definition: PropertyDefinition,
  found: ExistingProperty,
  record: Known,
): boolean {
  if (!fits(definition, found)) return true;
  const isInGroup = found.groupName === PROPERTY_GROUP.name;
  if (record === null) return !isInGroup;
  const isRecorded = record.made[objectType].includes(found.name);
  const isNewer = Date.parse(found.createdAt) > Date.parse(record.writtenAt);
  const isRelabelled = !isOurLabel(definition, found.label);
  const isRedescribed = !isOurDescription(definition, found.description);
  if (isInGroup) return isRelabelled && isRedescribed && (!isRecorded || isNewer);
  if (!isRecorded || (isRelabelled && isRedescribed)) return true;
  return isNewer && (isRelabelled || isRedescribed);
}
