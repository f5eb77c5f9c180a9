import type { Portal, TypeStore } from '../portal/portal.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** An object type as the limits API names it. */
export const labelsOf = ({ type }: TypeStore) => ({
  objectTypeId: type.id,
  singularLabel: capital(type.singular),
  pluralLabel: capital(type.plural),
});

/** A percentage, or a share of 1 (a switch); 0 of 0 is 0. */
export function partOf(portal: Portal, usage: number, limit: number): number {
  if (limit === 0) return 0;
  return portal.switches.limitPercentage === 'percent' ? (usage / limit) * 100 : usage / limit;
}

export const limited = (portal: Portal, usage: number, limit: number) => ({
  limit,
  usage,
  percentage: partOf(portal, usage, limit),
});

export const overall = (portal: Portal, usage: number, limit: number) => ({
  overallLimit: limit,
  overallUsage: usage,
  overallPercentage: partOf(portal, usage, limit),
});
