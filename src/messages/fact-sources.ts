// What is said of the sources of facts: what the app would choose and why, and of trying them.

/** @param word "tools" or "requests"; @param partners "Ledgerlane and 4 other scored partners", or null */
export const guessedProperty = (label: string, word: string, partners: string | null) =>
  partners === null
    ? `${label}: the name of this property speaks of ${word}.`
    : `${label}: the name of this property speaks of ${word}, and it names ${partners}.`;
/** @param partners "Ledgerlane and 4 other scored partners", or null */
export const guessedLabel = (label: string, partners: string | null) =>
  partners === null
    ? `${label}: this label between companies speaks of use.`
    : `${label}: this label between companies speaks of use, and it leads to companies of ${partners}.`;
/** @param name "Uses {partner}"; @param partners "Ledgerlane and 4 other scored partners" */
export const guessedLists = (name: string, partners: string) =>
  `${name}: lists of this name exist for ${partners}.`;
export const NO_SHARED_GUESS =
  'Nothing here looks like the tools that customers use. To count them, add a property of companies with the tools they use, or choose one yourself.';
export const NO_ASKING_GUESS =
  'No property of deals looks like what companies ask for. To count them, add one with the partner that a deal waits for, or choose one yourself.';
/** @param what "properties of deals"; @param reason HubSpot's own */
export const choicesUnread = (what: string, reason: string) =>
  `The ${what} cannot be read, so their names have to be typed. ${reason}`;

export const NO_PARTNER_TO_TRY =
  'No partner is scored yet, so there is none to try the sources on. Score one, then test again.';
export const NOTHING_TO_TRY = 'Both are filled in by hand. Choose a source, then test it.';
