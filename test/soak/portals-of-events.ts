/** The portals whose events are told under load: 20,000 companies. */
export const PORTALS = 50;
export const COMPANIES = 400;
export const FIRST_PORTAL = 2_001;
export const APP_ID = 4_711;
export const PERSON_TOKEN = 'token-of-a-person';

export function tokenOf(portalId: number): string {
  return `token-of-${portalId}`;
}
