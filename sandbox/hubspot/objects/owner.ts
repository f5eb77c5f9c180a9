/** A user who can own records. `id` goes into hubspot_owner_id, `userId` into histories. */
export interface Owner {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export function isOwner(owners: readonly Owner[], id: string): boolean {
  return owners.some((owner) => owner.id === id);
}
