// What the terminal says about its settings and about what was typed.

export const SET_TOKEN = 'set it to the access token of the app';
export const settingMissing = (variable: string, remedy: string) => `${variable} is not set: ${remedy}`;
export const settingEmpty = (variable: string, remedy: string) => `${variable} is empty: ${remedy}`;
export const notAToken = (variable: string) =>
  `${variable} has characters that no access token has: copy it again`;
export const notAnAddress = (variable: string) => `${variable} must be an http or https address`;
export const sentInTheOpen = (variable: string) =>
  `${variable} must begin with https: over http anybody on the way can read the access token. http is only for a sandbox on this computer, such as http://localhost:4401`;

export const notAType = (typed: string, types: string) =>
  `"${typed}" is no partner type. Choose one of ${types}.`;
export const nameAType = (types: string) => `name a partner type, or all. The types are ${types}.`;
export const SAY_WHO = 'say who does it, for example --by name@example.com.';
export const NOT_A_PERSON =
  'say who does it in one line of at most 320 characters, for example --by name@example.com.';
/** @param fields "compatibility (5), check_dead_api (clear)" */
export const agreeToEmpty = (from: string, to: string, fields: string) =>
  `changing ${from} to ${to} empties ratings of one type and opens clear checks: ${fields}. Repeat the command with --empty to agree, or answer them anew in it.`;
export const dealWithoutCompany = (deal: string) =>
  `${deal} has no primary company: set one to see its lane.`;
export const dealBehind = (deal: string, reason: string) =>
  `${deal} does not show the verdict of its company: ${reason} Then run: icp deals`;
/** @param names "ipp_to_confirm, ipp_next_step" */
export const missingHere = (names: string) =>
  `Not in this portal, deleted in HubSpot or new in this version: ${names}. Run: icp install`;
/** @param sentence says how old it is, or what has changed */
export const lookAgainAt = (what: string, sentence: string) => `Look again at ${what}: ${sentence}`;
/** @param due "20 May 2027" */
export const reviewOverdue = (due: string, companyId: string) =>
  `The yearly review was due on ${due}. Go through the ratings, then run: icp save ${companyId} --reviewed --by name@example.com`;
export const fileTooLarge = (file: string, size: string) =>
  `${file} has ${size}, and a file of a profile or a template has 1 MB at most. Look whether it is the right one.`;
export const fileNotUnicode = (file: string) => `${file} is no text in UTF-8. Save it as UTF-8.`;
/** @param reason of the parser, with the place */
export const fileNotJson = (file: string, reason: string) => `${file} is no JSON: ${reason}.`;
/** @param faults "floors.deep stands twice" */
export const badJsonKeys = (file: string, faults: string) => `${file} cannot be used: ${faults}.`;
