// What the panel over selected companies says.

export const READS_ONLY =
  'This panel reads with your own permissions and changes nothing. Decide on the card of a partner.';
export const NOTHING_SELECTED = 'No companies are selected';
export const SELECT_SOME = 'Select companies in the list and open this panel again.';
export const OTHER_OBJECTS = 'This panel compares companies. Open it from a list of companies.';
/** @param most how many the panel reads */
export const onlyFirst = (most: number, selected: number) =>
  `The first ${most} of ${selected} selected companies are compared. Select fewer to choose which.`;
export const readingCompanies = (read: number, selected: number) => `${read} of ${selected} companies read`;
export const NOT_READ = 'The companies could not be read';
export const READ_AGAIN = 'Check your connection and that you may view these companies, then try again.';
export const notAllRead = (failed: number, selected: number) =>
  `${failed} of ${selected} companies could not be read`;
export const RANKING_WITHOUT_THEM = 'The ranking is of those that were read.';
export const RUN_INSTALLER =
  'HubSpot has none of its properties here. An admin sets it up with the installer: icp install.';
export const CONNECT_FIRST =
  'HubSpot has none of its properties here. Whoever may install apps in HubSpot connects Partner ICP again, which adds them.';
export const notScored = (count: number, selected: number) =>
  `${count} of ${selected} ${count === 1 ? 'is' : 'are'} not scored`;
/** Deleted ones, those that the person may not view, and new ones that HubSpot's search does not show yet. */
export const notFound = (count: number, selected: number) =>
  `${count} of ${selected} ${count === 1 ? 'was' : 'were'} not found: deleted, not visible to you, or too new for HubSpot's search`;
export const NONE_SCORED = 'None of the selected companies is scored';
export const SCORE_FIRST = 'Open a company and answer the six questions on its Partner ICP card.';
export const NONE_SHOWN = 'No partner passes these filters.';
/** Sentences about the selection. @param counts without full stops */
export const counts = (counts: readonly string[]) => counts.map((count) => `${count}.`).join(' ');
export const ranked = (count: number, selected: number) => `${count} of ${selected} ranked`;
/** @param failure what HubSpot's search answered */
export const hubSpotSays = (failure: string) => `HubSpot says: ${failure}`;
export const TICK_ONE_MORE = 'Tick one more to see both side by side.';
/** @param sentence what decides */
export const standsFirst = (name: string, sentence: string) => `${name} stands first. ${sentence}`;
export const COMPARE_TWO = 'Tick two partners to see them side by side.';
/** @param missing `1 of 6` */
export const missingAnswers = (missing: string) => `${missing} missing`;
export const COPIED = 'Copied: paste it into a sheet';
export const CLIPBOARD_REFUSED =
  'The browser refused to copy. Allow this page to use the clipboard and try again.';
export const POINTS_AS_RATED = 'Points are those of the ratings. Flagged checks lower the total.';
/** @param failure a sentence */
export const noPoints = (failure: string) =>
  `Ratings are shown without points: their profile could not be read. ${failure}`;
