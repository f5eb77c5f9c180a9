// What is said of facts from the CRM: what they say, and why there is none.

export const SHARED_NOT_SET =
  'Shared customers are not counted: the settings name no source. Set one on the settings page under Facts from the CRM, or fill in the number by hand.';
export const ASKING_NOT_SET =
  'Companies asking are not counted: the settings name no deal property. Set one on the settings page under Facts from the CRM, or fill in the number by hand.';
/** @param name as the company has it */
export const nameTooShort = (name: string) =>
  `"${name}" is too short to look for: it would be found in other names. Give the company its full name, or fill in the number by hand.`;
export const NO_COMPANY_NAME =
  'The company has no name to look for. Give it one, or fill in the number by hand.';
/** @param of "companies" or "deals" */
export const propertyAbsent = (name: string, of: string) =>
  `The property ${name} of ${of} is not there: it was deleted, or has another internal name. Choose another source on the settings page under Facts from the CRM.`;
/** @param of "companies" or "deals" */
export const propertyUnfit = (label: string, of: string) =>
  `The property ${label} of ${of} holds neither text nor options, so it can name no partner. Choose another source on the settings page under Facts from the CRM.`;
export const listAbsent = (name: string) =>
  `There is no list of companies called "${name}". Make it in HubSpot under exactly this name, or choose another source on the settings page under Facts from the CRM.`;
/** @param reason HubSpot's own */
export const factNotAllowed = (reason: string) =>
  `HubSpot does not allow the app to read this. ${reason} An admin has to grant it; until then fill in the number by hand.`;
/** @param reason HubSpot's own */
export const factFailed = (reason: string) => `This could not be counted. ${reason}`;
export const NO_ROLE_LABELS =
  'This portal has no labels for roles: HubSpot has them from Professional on, and icp install adds them. Until then nobody is known as a sponsor.';
export const contactGone = (id: string) =>
  `Contact ${id} is no contact of this company any more. Reload the card. Nothing was written.`;

export const RENEWALS_NOT_COUNTED = 'Renewals and churn talks are not counted.';
