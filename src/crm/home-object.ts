import type { EntryKind } from '../icp/kept-entry.ts';
import { asInput } from './property-definitions.ts';
import { propertyOf } from './property-names.ts';
import { DATETIME, type PropertyDefinition, type Shape, TEXT, select } from './property-shapes.ts';

/** The custom object in which the private edition keeps policy and drafts. */
export const HOME_NAME = 'partner_icp_home';

/** How paths name it, in every portal. Source: HubSpot, "Custom objects": `p_{name}`. */
export const HOME_TYPE = `p_${HOME_NAME}`;

/** The fields of an entry, by what they hold. */
export const HOME_FIELDS = {
  key: propertyOf('key'),
  kind: propertyOf('kind'),
  body: propertyOf('body'),
  checksum: propertyOf('checksum'),
  by: propertyOf('by'),
  at: propertyOf('at'),
  reason: propertyOf('reason'),
  company: propertyOf('company'),
} as const;

export const HOME_KINDS: Readonly<Record<EntryKind, string>> = {
  policy: 'Policy',
  profile: 'Published profile',
  'profile-draft': 'Draft of a profile',
  'scorecard-draft': 'Draft of a scorecard',
};

/** By it an object that an uninstallation left is known again. */
export const HOME_DESCRIPTION =
  'Where Partner ICP keeps its policy, its profiles and drafts. Do not edit or delete.';

const DESCRIPTION = 'Written by Partner ICP. Do not edit.';
const PROSE: Shape = { type: 'string', fieldType: 'textarea' };

/**
 * The properties of an entry. HubSpot's pages list an entry by its key; who, when and why have properties of their own, so
 * that they can be read there.
 *
 * @param groupName that of the object when left out
 */
export function homeProperties(groupName = `${HOME_NAME}_information`): PropertyDefinition[] {
  const { key, kind, body, checksum, by, at, reason, company } = HOME_FIELDS;
  const kinds = Object.entries(HOME_KINDS).map(([value, label]) => ({ value, label }));
  const property = (name: string, label: string, shape: Shape): PropertyDefinition => ({
    ...{ name, label, groupName, description: DESCRIPTION, ...shape },
  });
  return [
    { ...property(key, 'Key', TEXT), hasUniqueValue: true },
    property(kind, 'Kind', select(kinds)),
    property(body, 'Content', PROSE),
    property(checksum, 'Checksum', TEXT),
    property(by, 'Written by', TEXT),
    property(at, 'Written at', DATETIME),
    property(reason, 'Reason', PROSE),
    property(company, 'Company', TEXT),
  ];
}

/** What HubSpot is asked to make. */
export function homeSchema(): object {
  const { key, kind, by } = HOME_FIELDS;
  return {
    name: HOME_NAME,
    labels: { singular: 'Partner ICP entry', plural: 'Partner ICP entries' },
    description: HOME_DESCRIPTION,
    primaryDisplayProperty: key,
    secondaryDisplayProperties: [kind, by],
    searchableProperties: [key],
    requiredProperties: [key],
    associatedObjects: [],
    properties: homeProperties().map(({ groupName: _group, ...property }) => asInput(property)),
  };
}
