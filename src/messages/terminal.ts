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

// What the commands for profiles, settings and templates say.

/** @param type "technology" */
export const noDraftHere = (label: string, type: string) =>
  `there is no draft of the profile for ${label}. To prepare one, run: icp profile draft ${type} --preset balanced --by name@example.com. Other ways: icp profile draft --help`;
/** @param versions "0, 1, 2" */
export const noVersionHere = (label: string, version: number, versions: string) =>
  `the profile for ${label} has no version ${version}. Choose one of ${versions}; 0 is the shipped one.`;
export const notAVersion = (typed: string) =>
  `"${typed}" is no number of a version. icp profile show lists them.`;
/** @param draft "draft of 3 March 2026 by Lena Brandt" */
export const draftOfOther = (draft: string, type: string) =>
  `there is a ${draft}, which would be lost. Nothing was written. To see it, run: icp profile compare ${type} 0 draft. Repeat the command with --replace to write over it.`;
export const draftHasFaults = (type: string) =>
  `The draft is kept, and cannot be published before these fields are right. To correct them in a file: icp profile show ${type} --draft --out ${type}.json, then icp profile draft ${type} --file ${type}.json --by name@example.com`;
/** @param faults "floors.deep: the floor of deep must be above the floor of fast" */
export const fileHasFaults = (file: string, faults: string) =>
  `${file} cannot be kept as a draft: ${faults}. Nothing was written.`;
export const nothingToDraft = (type: string) =>
  `say what the draft takes: --file, --from, --preset, --weight or --floor. To get a file to edit, run: icp profile show ${type} --out ${type}.json`;
export const notAPreset = (typed: string, presets: string) =>
  `"${typed}" is no preset of this type. Choose one of ${presets}.`;
export const SAY_WHY = 'say why in one line of at most 500 characters, for example --reason "Yearly review".';
export const faultsBeforePreview = (faults: string) =>
  `nothing can be judged by this profile before these fields are right: ${faults}.`;
export const PUBLISH_YES = 'Nothing was published. To publish it, repeat the command with --yes.';
export const DRAFT_OPTION =
  'publish only the draft of this time, as it was shown; refused once somebody saved another';
/** @param time "2026-11-27T14:38:02.000Z" */
export const publishSeenDraft = (time: string) =>
  `Nothing was published. To publish what you see here and nothing else, repeat the command with --draft ${time} --yes.`;
/** @param time of the draft that is there now */
export const otherDraft = (time: string) =>
  `somebody saved another draft since, at ${time}. Nothing was published. Look at it first: repeat the command without --yes.`;
export const rejudgeNext = (type: string) =>
  `Scorecards stay judged by the profile that they were judged by. To see what re-judging them changes, run: icp rejudge --type ${type} --dry-run --out rejudge.csv`;
export const noSuchOwner = (address: string) =>
  `"${address}" is the address of no owner in this portal. Give the id of the user, or the address as HubSpot shows it.`;
export const NO_SETTINGS_DRAFT =
  'there is no draft of the settings. To prepare one, run: icp settings set slots=3 --by name@example.com';
/** @param draft "draft of 3 March 2026 by Lena Brandt" */
export const settingsDraftOfOther = (draft: string) =>
  `there is a ${draft}. Nothing was written. To see it, run: icp settings show. Repeat the command with --replace to change it further.`;
export const templateFaults = (file: string, faults: string) =>
  `${file} cannot be used: ${faults}. Nothing was written.`;
export const NOTHING_PUBLISHED =
  'Nothing was published. To publish: --apply --by name@example.com --reason "..."';
/** @param labels "Reseller, Referral partner" @param types "reseller,referral" */
export const installForTemplate = (labels: string, types: string) =>
  `This portal has no properties for ${labels}. To make them, run: icp install --types ${types}, then import again.`;
