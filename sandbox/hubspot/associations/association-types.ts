export const ASSOCIATION_CATEGORIES = ['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED'] as const;
export type AssociationCategory = (typeof ASSOCIATION_CATEGORIES)[number];

/** One kind of association in one direction; its inverse is the same association seen from the other end. */
export interface AssociationType {
  readonly category: AssociationCategory;
  readonly id: number;
  /** Type ids of objects, such as 0-3. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** null: the plain association, which exists beside every labelled one. */
  readonly label: string | null;
  readonly inverseId: number;
  /** At most one company is the primary one of a contact or deal. */
  readonly primary?: 'has-one' | 'has-many';
}

/** Two directions of one kind: [from, to, id, inverse id, name, inverse name]. */
type Pair = readonly [from: string, to: string, id: number, inverseId: number, name: string, inverse: string];

const [CONTACT, COMPANY, DEAL, TASK, NOTE] = ['0-1', '0-2', '0-3', '0-27', '0-46'];

/** Source: HubSpot's table of association type ids; names as the association lists of records answer them. */
const PLAIN: readonly Pair[] = [
  [CONTACT, COMPANY, 279, 280, 'contact_to_company_unlabeled', 'company_to_contact_unlabeled'],
  [DEAL, COMPANY, 341, 342, 'deal_to_company_unlabeled', 'company_to_deal_unlabeled'],
  [DEAL, CONTACT, 3, 4, 'deal_to_contact', 'contact_to_deal'],
  [NOTE, COMPANY, 190, 189, 'note_to_company', 'company_to_note'],
  [NOTE, CONTACT, 202, 201, 'note_to_contact', 'contact_to_note'],
  [NOTE, DEAL, 214, 213, 'note_to_deal', 'deal_to_note'],
  [TASK, COMPANY, 192, 191, 'task_to_company', 'company_to_task'],
  [TASK, CONTACT, 204, 203, 'task_to_contact', 'contact_to_task'],
  [TASK, DEAL, 216, 215, 'task_to_deal', 'deal_to_task'],
];

/** Between records of one type an association is its own inverse. */
const AMONG: readonly (readonly [string, number, string])[] = [
  [CONTACT, 449, 'contact_to_contact'],
  [COMPANY, 450, 'company_to_company'],
  [DEAL, 451, 'deal_to_deal'],
];

const PRIMARY: readonly (readonly [...Pair, of: string])[] = [
  [CONTACT, COMPANY, 1, 2, 'contact_to_company', 'company_to_contact', 'Contact'],
  [DEAL, COMPANY, 5, 6, 'deal_to_company', 'company_to_deal', 'Deal'],
];

/** @param isShort the label of primary companies is "Primary", or names the object type (a switch) */
export function hubspotAssociationTypes(isShort: boolean): readonly AssociationType[] {
  return [
    ...PRIMARY.flatMap(([from, to, id, inverseId, name, inverse, of]) => {
      const label = isShort ? 'Primary' : `${of} with Primary Company`;
      const [there, back] = bothWays([from, to, id, inverseId, name, inverse], label, label);
      return [
        { ...there, primary: 'has-one' as const },
        { ...back, primary: 'has-many' as const },
      ];
    }),
    ...PLAIN.flatMap((pair) => bothWays(pair, null, null)),
    ...AMONG.flatMap(([type, id, name]) =>
      bothWays([type, type, id, id, name, name], null, null).slice(0, 1),
    ),
  ];
}

/** Both directions of a kind. */
export function bothWays(
  [from, to, id, inverseId, name, inverseName]: Pair,
  label: string | null,
  inverseLabel: string | null,
  category: AssociationCategory = 'HUBSPOT_DEFINED',
): readonly [AssociationType, AssociationType] {
  return [
    { category, id, from, to, name, label, inverseId },
    { category, id: inverseId, from: to, to: from, name: inverseName, label: inverseLabel, inverseId: id },
  ];
}
