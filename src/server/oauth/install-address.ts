/** Where an admin connects a portal, for the first time or again. */
export function installAddress(publicUrl: string, appId: number): string {
  return `${publicUrl}/oauth/install?app=${appId}`;
}
