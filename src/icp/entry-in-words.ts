import { isPartnerType, partnerTypeLabel } from './partner-types.ts';
import { versionInWords } from './profile.ts';

/**
 * The key of an entry of the portal's home for people: `Technology partner, v3`, `entry 3 of the policy log`,
 * `the draft for Technology partner`, `the draft of the settings`. Any other key stays as it is.
 */
export function entryInWords(key: string): string {
  const [, number] = /^policy@(\d+)$/.exec(key) ?? [];
  if (number !== undefined) return `entry ${number} of the policy log`;
  const [, of] = /^draft:(.+)$/.exec(key) ?? [];
  if (of === 'settings') return 'the draft of the settings';
  if (isPartnerType(of)) return `the draft for ${partnerTypeLabel(of)}`;
  return versionInWords(key);
}
