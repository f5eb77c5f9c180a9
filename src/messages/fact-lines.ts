// What the card says beside facts from the CRM. These are bundled; longer ones come with the record.

export const COUNTING_CUSTOMERS = 'Counting the customers who use both products in HubSpot ...';
export const COUNTING_DEALS = 'Counting the companies that ask for it in their deals ...';
export const READING_PEOPLE = 'Reading the contacts of the partner and their roles in HubSpot ...';
export const FACTS_NOT_COUNTED = 'What HubSpot knows could not be counted.';
/** @param of "shared customers" */
export const noSource = (of: string) => `${of}: no source set`;
/** @param of "customers" */
export const countedInPart = (of: string) => `Not all ${of} could be counted.`;
/** @param of "customers" */
export const notCountedAgain = (of: string) => `The ${of} could not be counted again.`;
/** @param number with the day on which it was typed: "12 on 20 May 2026" */
export const typedNumber = (number: string) => `typed: ${number}`;
export const rolesUnknown = (contacts: number) =>
  `${contacts} ${contacts === 1 ? 'contact' : 'contacts'}, roles not known`;
/** @param role "champion"; @param name "Dana Whitt" */
export const roleNotSet = (role: string, name: string) => `Not saved: ${role} of ${name}.`;
/** @param listed how many of them are named */
export const peopleListed = (listed: number, count: string) => `${listed} of ${count} contacts are listed.`;
/** @param label "customer overlap" */
export const askFirst = (label: string, question: string) => `Ask about ${label} first: ${question}`;
/** @param where "customer overlap" or "the note on enthusiastic contact" */
export const proposedFor = (where: string, sentence: string) => `For ${where}: ${sentence}`;

// Those that come with the record.
export const NO_CONTACTS =
  'This company has no contacts in HubSpot. Associate the people of the partner with it in HubSpot, then read them again.';
export const ROLES_AT_ONCE =
  'A role is saved in HubSpot as soon as you tick it. Save and Undo do not touch it.';
export const NOTHING_KNOWN =
  'HubSpot knows no shared customers, requests or contacts of this company. Ask the question above and rate what you learn; associate its people with it, and name it in the deals that ask for it.';
