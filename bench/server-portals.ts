/** The portals of the bench of the server. */
export const PORTALS = 50;
export const FIRST_PORTAL = 1_001;
export const COMPANIES = 20;
export const APP_ID = 4_711;

export function tokenOf(portalId: number): string {
  return `token-of-${portalId}`;
}
