import type { PartnerType } from '../../src/icp/partner-types.ts';
import { CHANNEL_STORIES } from './channel-stories.ts';
import { MARKETING_STORY } from './marketing-story.ts';
import type { RoleStory } from './role-story.ts';
import { SERVICE_STORIES } from './service-stories.ts';

/** One story for each partner type but technology. */
export const ROLE_STORIES: readonly RoleStory[] = [...CHANNEL_STORIES, ...SERVICE_STORIES, MARKETING_STORY];

export function storyOf(type: PartnerType): RoleStory | undefined {
  return ROLE_STORIES.find((story) => story.type === type);
}
