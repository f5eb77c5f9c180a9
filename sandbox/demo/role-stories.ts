import type { PartnerType } from '../../src/icp/partner-types.ts';
import { CHANNEL_STORIES } from './channel-stories.ts';
import type { RoleStory } from './role-story.ts';
import { SERVICE_STORIES } from './service-stories.ts';

/** Partners who speak about us to an audience of their own. */
const MARKETING_STORY: RoleStory = {
  type: 'marketing',
  trades: ['Review', 'Journal', 'Events', 'Podcast'],
  industries: ['MARKETING_AND_ADVERTISING', 'INTERNET'],
  employees: [3, 90],
  thirdTitle: 'Editor',
  dealPurposes: ['spring campaign', 'webinar series', 'sponsored guide'],
  figures: 'Ask for leads that became customers',
  strong: (draw) => ({
    people: [
      `Their campaign lead counts customers: ${draw(8, 30)} won for another vendor. Budget owner met.`,
      `Plan for a year with ${draw(3, 6)} campaigns; the publisher granted the budget in writing.`,
    ],
    role_criteria: [
      'Sample article about us needed two small edits.',
      `${draw(18, 45)} pieces published last quarter, our value told right in the first draft.`,
    ],
    compatibility: [
      `${draw(4, 18)},000 readers, ${draw(52, 78)} % of them in roles that buy from us.`,
      `Of ten names taken at random, ${draw(6, 9)} could choose a product like ours.`,
    ],
    collaboration_support: ['Calendar for the half year; leads come in two days with what they asked for.'],
    market_access: [
      `${draw(900, 6_000)} buyers open every issue; ${draw(40, 120)} came to the last event.`,
      `${draw(20, 70)} readers on our target list answered their last survey.`,
    ],
  }),
  weak: (draw) => ({
    people: ['Sells placements, does not follow up.', 'Able editor, no say on budget.'],
    role_criteria: ['Repeats our website.', `${draw(2, 4)} pieces in half a year.`],
    market_access: [`${draw(20, 90)},000 followers, almost no reply to a call.`, 'Heard in other trades.'],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(20, 60)} leads for a like offer, ${draw(4, 12)} became customers.`,
      'Open and reply rates read from their tool, not from the media kit.',
    ],
    competitor_in_disguise: [
      'No shop, no tool, no rival among the sponsors.',
      'Path from article to purchase walked: it ends with us.',
    ],
    enthusiastic_contact: ['Campaign desk with an owner and dates.', 'Publisher, editor and calendar known.'],
  }),
  flagged: (draw) => ({
    vanity_logo: [`${draw(80, 400)},000 followers, ${draw(2, 4)} leads in the test campaign.`],
    competitor_in_disguise: ['Main sponsor is our closest rival, named under each article.'],
    enthusiastic_contact: ['One editor is a fan; nobody there plans anything with us.'],
  }),
};

/** One story for each partner type but technology. */
const ROLE_STORIES: readonly RoleStory[] = [...CHANNEL_STORIES, ...SERVICE_STORIES, MARKETING_STORY];

export function storyOf(type: PartnerType): RoleStory | undefined {
  return ROLE_STORIES.find((story) => story.type === type);
}
