/** A partner that it was decided to go deep with in a quarter. */
export interface SlotHolder {
  companyId: string;
  companyName: string;
}

/** How many names a sentence lists. */
const NAMED = 5;

/** Whether a quarter has no slot left for a company. One that holds a slot already takes no second one. */
export function isFull(holders: readonly SlotHolder[], limit: number, companyId: string): boolean {
  return holders.filter((holder) => holder.companyId !== companyId).length >= limit;
}

/** `2 of 2 used: A, B` */
export function slotsText(holders: readonly SlotHolder[], limit: number): string {
  const used = `${holders.length} of ${limit} used`;
  return holders.length === 0 ? used : `${used}: ${holderNames(holders)}`;
}

/** `A, B and 3 more` */
export function holderNames(holders: readonly SlotHolder[]): string {
  const names = holders.slice(0, NAMED).map(({ companyName }) => companyName);
  const more = holders.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
