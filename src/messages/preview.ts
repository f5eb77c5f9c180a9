// What is said before a profile is published.

/** @param heaviest "Distribution reach (35)" */
export const overlapNotHeaviest = (heaviest: string, overlap: number) =>
  `${heaviest} weighs more than customer overlap (${overlap}). Shared customers are what predicts that an integration is used: the guide gives them the most weight whatever the strategy.`;
/** @param deep and of "9", "20" */
export const tooManyDeep = (deep: string, of: string, percent: number) =>
  `${deep} of ${of} complete scorecards would be Deep (${percent} %). Above 40 % the lane no longer tells the best partners apart: raise the floor, or look at the ratings.`;
export const nobodyDeep = (of: string) =>
  `None of ${of} complete scorecards would be Deep. Lower the floor, or find partners whom this profile describes.`;
/** @param day "3 March 2027" */
export const heldUntil = (day: string) =>
  `The current profile is held until ${day}. Publishing earlier needs a reason, which is kept and shown.`;
export const reviewDayPassed = (day: string) =>
  `The current profile was to be reviewed by ${day}. Look at its weights, floors and levels, and publish it again, changed or not.`;
/** @param names "the Partner Hypothesis, the customer ICP" */
export const prerequisitesMissing = (names: string) =>
  `No link is given for ${names}. A profile rests on them: add the links, or say in the reason why it goes without.`;
/** @param names "product-market fit, a proven go-to-market" */
export const timingNotYet = (names: string) =>
  `Not confirmed yet: ${names}. Until then you may not be ready for the partners that the profile describes.`;
export const poolTooSmall = (companies: string, enough: number) =>
  `${companies} of this type in HubSpot. Below ${enough} candidates a profile has little to choose from; that line is ours.`;
