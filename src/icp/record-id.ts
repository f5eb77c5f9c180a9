/** Orders the ids of HubSpot's records ascending: whole numbers of any length. */
export function byRecordId(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}
