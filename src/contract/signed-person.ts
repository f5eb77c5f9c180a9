/** Who calls, as HubSpot's signature says. */
export interface SignedPerson {
  /** HubSpot's id of the user. */
  userId: string;
  email: string;
  /** Whether this person installed the app in the portal. */
  isInstaller: boolean;
  /** Who did. */
  installer: { userId: string; email: string };
}
