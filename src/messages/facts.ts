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
/** @param remedy a sentence: who adds them, and how */
export const noRoleLabels = (remedy: string) =>
  `This portal has no labels for roles, which HubSpot has from Professional on. Until then nobody is known as a sponsor. ${remedy}`;
export const contactGone = (id: string) =>
  `Contact ${id} is no contact of this company any more. Reload the card. Nothing was written.`;
/** @param name shortened */
export const nameTooLong = (name: string) =>
  `"${name}" is too long to look for. Give the company the name that people use, or fill in the number by hand.`;
/** @param label as the settings have it */
export const labelAbsent = (label: string) =>
  `Companies have no association label "${label}": it was deleted or renamed. Choose another source on the settings page under Facts from the CRM.`;
/** @param roles "Champion, Partner owner" */
export const roleLabelsMissing = (roles: string, remedy: string) =>
  `This portal lacks the labels for these roles: ${roles}. Until then nobody is known to have them. ${remedy}`;
/** @param role "Champion" */
export const roleLabelGone = (role: string, remedy: string) =>
  `The label ${role} was deleted in HubSpot, and the role can be set once it is there again. Nothing was written. ${remedy}`;
export const ROLE_UNSURE =
  'HubSpot did not confirm the change of the role, and the contacts could not be read. Look again before you repeat it.';
export const LINKS_NOT_ANSWERED =
  'HubSpot said nothing about the associations of this company. Look again in a minute.';

export const RENEWALS_NOT_COUNTED = 'Renewals and churn talks are not counted.';
/** @param deals how many */
export const askedWithoutCompany = (deals: number) =>
  deals === 1
    ? 'One deal that names the partner has no primary company and is not counted.'
    : `${deals.toLocaleString('en')} deals that name the partner have no primary company and are not counted.`;
/** @param deals how many */
export const amountsLeftOut = (deals: number) =>
  deals === 1
    ? 'The amount of one deal is in another currency and left out.'
    : `The amounts of ${deals.toLocaleString('en')} deals are in another currency and left out.`;
/** @param companies how many */
export const companiesUnread = (companies: number) =>
  `HubSpot did not say of ${companies.toLocaleString('en')} more whether they are customers. Count again in a minute.`;
/** @param reason HubSpot's own */
export const countEndedEarly = (reason: string) => `The count ended early. ${reason}`;
/** @param listed how many */
export const firstListed = (listed: number) => `The list has the first ${listed.toLocaleString('en')}.`;
export const COUNT_ALL = 'There are more. With --all they are counted to the end.';
/** @param day "3 May 2026" */
export const lastActivity = (day: string) => `last activity ${day}`;
