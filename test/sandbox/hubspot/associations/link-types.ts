/** A kind of association as plain HTTP sends it. */
export const plainKind = (associationTypeId: number) => kind('HUBSPOT_DEFINED', associationTypeId);

/** The official client has an enum of categories per module, each another type. */
export function kind<Category>(associationCategory: Category, associationTypeId: number) {
  return { associationCategory, associationTypeId };
}
