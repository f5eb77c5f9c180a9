import { type CrmRecord, putValue, type Version, versionsOf, type Write } from '../objects/record-store.ts';
import { sourceOf } from '../portal/actor.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { PropertyDefinition } from '../properties/property-definition.ts';

export interface Merging {
  readonly primary: CrmRecord;
  readonly secondary: CrmRecord;
  /** The new record, still without values. */
  readonly record: CrmRecord;
}

/** Never taken from the secondary record: a stage must belong to the pipeline. */
const OF_THE_STAGE = ['dealstage', 'hs_is_closed', 'hs_is_closed_won', 'hs_deal_stage_probability'];

/** Both histories in order of time, with the primary record's value as the current one. */
export function mergeValues(
  portal: Portal,
  { properties, type }: TypeStore,
  { primary, secondary, record }: Merging,
  { at, by }: Write,
): void {
  const merge: Write = {
    at,
    by: { ...sourceOf(by), sourceType: 'MERGE_OBJECTS', sourceId: String(record.id) },
  };
  const { mergeFillsEmpty, mergeWrites } = portal.switches;
  const isFilled = ({ name }: PropertyDefinition) =>
    mergeFillsEmpty && name !== type.primaryCompanyProperty && !OF_THE_STAGE.includes(name);
  for (const definition of properties.definitions.values()) {
    const { slot } = definition;
    const own = primary.values[slot] ?? '';
    const value = own === '' && isFilled(definition) ? (secondary.values[slot] ?? '') : own;
    const versions = bothVersions(versionsOf(primary, slot), versionsOf(secondary, slot));
    for (const version of versions) putValue(record, slot, version.value, version.write);
    const newest = versions.at(-1);
    if (newest === undefined) continue;
    const isHidden = newest.value !== value;
    if (isHidden || (mergeWrites === 'all-values' && value !== '')) putValue(record, slot, value, merge);
  }
  record.updatedAt = at;
}

/** Oldest first. Of two versions with the same time only the primary record's is kept (documented). */
function bothVersions(own: readonly Version[], other: readonly Version[]): readonly Version[] {
  const times = new Set(own.map(({ write }) => write.at));
  const kept = other.filter(({ write }) => !times.has(write.at));
  return [...own, ...kept].sort((a, b) => a.write.at - b.write.at);
}
