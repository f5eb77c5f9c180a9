import type { HomeKind } from '../contract/policy-home.ts';
import { propertyOf } from './property-names.ts';

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

export const HOME_KINDS: Readonly<Record<HomeKind, string>> = {
  policy: 'Policy',
  profile: 'Published profile',
  'profile-draft': 'Draft of a profile',
  'scorecard-draft': 'Draft of a scorecard',
};

const TEXT = { type: 'string', fieldType: 'text' };

/**
 * The object's schema. HubSpot's pages list an entry by its key; who, when and why have properties of their own, so that
 * they can be read there.
 */
export function homeSchema(): object {
  const { key, kind, body, checksum, by, at, reason, company } = HOME_FIELDS;
  const options = Object.entries(HOME_KINDS).map(([value, label], displayOrder) => ({
    ...{ value, label, displayOrder, hidden: false },
  }));
  return {
    name: HOME_NAME,
    labels: { singular: 'Partner ICP entry', plural: 'Partner ICP entries' },
    description: 'Where Partner ICP keeps its policy, its profiles and drafts. Do not edit or delete.',
    primaryDisplayProperty: key,
    secondaryDisplayProperties: [kind, by],
    searchableProperties: [key],
    requiredProperties: [key],
    associatedObjects: [],
    properties: [
      { name: key, label: 'Key', ...TEXT, hasUniqueValue: true },
      { name: kind, label: 'Kind', type: 'enumeration', fieldType: 'select', options },
      { name: body, label: 'Content', type: 'string', fieldType: 'textarea' },
      { name: checksum, label: 'Checksum', ...TEXT },
      { name: by, label: 'Written by', ...TEXT },
      { name: at, label: 'Written at', type: 'datetime', fieldType: 'date' },
      { name: reason, label: 'Reason', type: 'string', fieldType: 'textarea' },
      { name: company, label: 'Company', ...TEXT },
    ],
  };
}
