import type { AssociationType } from './association-types.ts';

/** Association types by the id of the other record, in the order of association. */
export type Links = Map<number, AssociationType[]>;

/** What one call did to one direction of an association. */
export interface AssociationChange {
  readonly from: number;
  readonly to: number;
  readonly type: AssociationType;
  readonly isRemoved: boolean;
}

/** All associations of an account. Every association is kept in both directions. */
export interface AssociationStore {
  readonly types: AssociationType[];
  /** By the id of the near record, then by the type id of the far one. Record ids are unique over all types. */
  readonly links: Map<number, Map<string, Links>>;
  /** What the call under way changed; told and emptied at its end. */
  readonly changes: AssociationChange[];
}

const NONE: Links = new Map();

export function linksOf(store: AssociationStore, recordId: number, toType: string): Links {
  return store.links.get(recordId)?.get(toType) ?? NONE;
}

export function typesBetween({ types }: AssociationStore, from: string, to: string): AssociationType[] {
  return types.filter((type) => type.from === from && type.to === to);
}

/** The plain association of a pair of object types; undefined where HubSpot knows none. */
export function plainType(store: AssociationStore, from: string, to: string): AssociationType | undefined {
  return typesBetween(store, from, to).find(({ label }) => label === null);
}

export function primaryType(store: AssociationStore, from: string, to: string): AssociationType | undefined {
  return typesBetween(store, from, to).find(({ primary }) => primary !== undefined);
}

export function inverseOf(store: AssociationStore, type: AssociationType): AssociationType {
  const inverse = typesBetween(store, type.to, type.from).find(
    ({ category, id }) => category === type.category && id === type.inverseId,
  );
  if (inverse === undefined) throw new Error(`Association type ${type.category} ${type.id} has no inverse.`);
  return inverse;
}

/** Adds an association type; a labelled one also adds the plain one. */
export function link(store: AssociationStore, from: number, to: number, type: AssociationType): void {
  const plain = plainType(store, type.from, type.to);
  for (const each of plain === undefined || plain === type ? [type] : [type, plain]) {
    addOneWay(store, from, to, each);
    addOneWay(store, to, from, inverseOf(store, each));
  }
}

/** Removes one type; removing the plain one removes all. */
export function unlink(store: AssociationStore, from: number, to: number, type: AssociationType): void {
  const isPlain = plainType(store, type.from, type.to) === type;
  const gone = isPlain ? [...(linksOf(store, from, type.to).get(to) ?? [])] : [type];
  for (const each of gone) {
    removeOneWay(store, from, to, each);
    removeOneWay(store, to, from, inverseOf(store, each));
  }
}

/** Removes every association between two records. */
export function unlinkAll(store: AssociationStore, from: number, to: number, toType: string): void {
  for (const type of [...(linksOf(store, from, toType).get(to) ?? [])]) {
    removeOneWay(store, from, to, type);
    removeOneWay(store, to, from, inverseOf(store, type));
  }
}

/** Ids of the records associated by one type. */
export function idsBy(store: AssociationStore, from: number, type: AssociationType): readonly number[] {
  const links = linksOf(store, from, type.to);
  return [...links].filter(([, types]) => types.includes(type)).map(([id]) => id);
}

export function isLabelInUse({ links }: AssociationStore, type: AssociationType): boolean {
  for (const byType of links.values()) {
    for (const types of byType.get(type.to)?.values() ?? []) if (types.includes(type)) return true;
  }
  return false;
}

function addOneWay(store: AssociationStore, from: number, to: number, type: AssociationType): void {
  const byType = store.links.get(from) ?? new Map<string, Links>();
  const links = byType.get(type.to) ?? new Map<number, AssociationType[]>();
  const types = links.get(to) ?? [];
  if (!types.includes(type)) {
    types.push(type);
    store.changes.push({ from, to, type, isRemoved: false });
  }
  links.set(to, types);
  byType.set(type.to, links);
  store.links.set(from, byType);
}

function removeOneWay(store: AssociationStore, from: number, to: number, type: AssociationType): void {
  const links = linksOf(store, from, type.to);
  const types = links.get(to);
  const index = types?.indexOf(type) ?? -1;
  if (types === undefined || index < 0) return;
  types.splice(index, 1);
  store.changes.push({ from, to, type, isRemoved: true });
  if (types.length === 0) links.delete(to);
}
