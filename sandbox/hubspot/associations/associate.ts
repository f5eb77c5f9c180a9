import { invalid } from '../http/refusal.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import { updateRecord } from '../objects/write-record.ts';
import { CALCULATED } from '../portal/actor.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { activeProperty } from '../properties/property-store.ts';
import {
  idsBy,
  inverseOf,
  link,
  linksOf,
  plainType,
  primaryType,
  unlink,
  unlinkAll,
} from './association-store.ts';
import type { AssociationType } from './association-types.ts';

/** One end of an association. */
export interface End {
  readonly store: TypeStore;
  readonly record: CrmRecord;
}

/** Associates two records. A new primary company replaces the former one, which keeps its plain association. */
export function associate(portal: Portal, near: End, far: End, type: AssociationType): void {
  const { associations } = portal;
  if (type.primary === 'has-many') {
    associate(portal, far, near, inverseOf(associations, type));
    return;
  }
  const isFirst = linksOf(associations, near.record.id, type.to).size === 0;
  if (type.primary === 'has-one') {
    for (const id of idsBy(associations, near.record.id, type))
      unlink(associations, near.record.id, id, type);
  }
  const isFirstSeenFromFar = linksOf(associations, far.record.id, type.from).size === 0;
  link(associations, near.record.id, far.record.id, type);
  placeFirst(portal, near, far, isFirst);
  placeFirst(portal, far, near, isFirstSeenFromFar);
  copyPrimaryCompany(portal, near);
}

function placeFirst(portal: Portal, owner: End, company: End, isFirst: boolean): void {
  if (!isFirst || !portal.switches.firstCompanyBecomesPrimary) return;
  const type = primaryType(portal.associations, owner.store.type.id, company.store.type.id);
  if (type?.primary !== 'has-one') return;
  link(portal.associations, owner.record.id, company.record.id, type);
  copyPrimaryCompany(portal, owner);
}

/** Associates two records with the given types, in addition to their labels or (a switch) instead of them. */
export function associateAs(portal: Portal, near: End, far: End, types: readonly AssociationType[]): void {
  const links = linksOf(portal.associations, near.record.id, far.store.type.id);
  const before = portal.switches.putLabels === 'replaces' ? [...(links.get(far.record.id) ?? [])] : [];
  for (const type of before) {
    if (type.label !== null && !types.includes(type)) dissociate(portal, near, far, type);
  }
  for (const type of types) associate(portal, near, far, type);
}

/** Adds the associations that a create asked for. */
export function linkNew(
  portal: Portal,
  near: End,
  wanted: readonly { readonly far: End; readonly types: readonly AssociationType[] }[],
): void {
  for (const { far, types } of wanted) for (const type of types) associate(portal, near, far, type);
}

/** The plain association of two object types. @throws Refusal 400 where there is none */
export function plainTypeOf(portal: Portal, from: TypeStore, to: TypeStore): AssociationType {
  const type = plainType(portal.associations, from.type.id, to.type.id);
  if (type === undefined) {
    throw invalid(`There is no association from ${from.type.plural} to ${to.type.plural}.`);
  }
  return type;
}

/** Removes one type of association, or all between two records. */
export function dissociate(portal: Portal, near: End, far: End, type?: AssociationType): void {
  if (type === undefined) unlinkAll(portal.associations, near.record.id, far.record.id, far.store.type.id);
  else unlink(portal.associations, near.record.id, far.record.id, type);
  copyPrimaryCompany(portal, near);
  copyPrimaryCompany(portal, far);
}

/** Removes every association of a record that is archived. */
export function dissociateAll(portal: Portal, near: End): void {
  for (const store of portal.types) {
    for (const id of [...linksOf(portal.associations, near.record.id, store.type.id).keys()]) {
      const record = store.records.byId.get(String(id));
      if (record !== undefined) dissociate(portal, near, { store, record });
    }
  }
}

/** Writes the id of the primary company into the property of contacts and deals that holds it. */
export function copyPrimaryCompany(portal: Portal, { store, record }: End): void {
  const { primaryCompanyProperty, id } = store.type;
  const companies = portal.types.find(({ type }) => type.singular === 'company');
  if (primaryCompanyProperty === undefined || companies === undefined || record.archivedAt !== undefined)
    return;
  const type = primaryType(portal.associations, id, companies.type.id);
  const [companyId] = type === undefined ? [] : idsBy(portal.associations, record.id, type);
  const definition = activeProperty(store.properties, primaryCompanyProperty);
  const value = companyId === undefined ? '' : String(companyId);
  if ((record.values[definition.slot] ?? '') !== value)
    updateRecord(portal, store, record, new Map([[definition, value]]), CALCULATED);
}
