import type { Room } from '../../crm/account.ts';
import type { ObjectType } from '../../crm/property-definitions.ts';
import { Refused } from '../refused.ts';
import type { Step } from './step.ts';

/** @throws Refused `no-room` when a kind of record may not have as many custom properties as are to be made */
export function checkRoom(
  steps: readonly Step[],
  room: Readonly<Partial<Record<ObjectType, Room>>> | null,
): void {
  const tight = (['companies', 'deals'] as const).flatMap((objectType) => {
    const limits = room?.[objectType];
    const needed = steps.filter(
      ({ work }) => work?.call === 'property' && work.objectType === objectType,
    ).length;
    // a portal over its limit may still use what it has
    if (limits === undefined || needed === 0 || limits.used + needed <= limits.limit) return [];
    return [sentenceFor(objectType, limits, needed)];
  });
  if (tight.length === 0) return;
  const remedy =
    "Delete properties that nobody uses in HubSpot's property settings, choose fewer partner types with --types, or take a larger plan. Nothing was written.";
  throw new Refused('no-room', `${tight.join(' ')} ${remedy}`);
}

function sentenceFor(objectType: ObjectType, { limit, used }: Room, needed: number): string {
  const number = (count: number) => count.toLocaleString('en');
  return `This portal may have ${number(limit)} custom properties on ${objectType} and has ${number(used)}; ${number(needed)} more are needed.`;
}
