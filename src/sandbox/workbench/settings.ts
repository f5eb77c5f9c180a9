/** A person of the portal, as the page needs them. `id` is the owner's, `userId` the one that history names. */
export interface WorkbenchOwner {
  id: string;
  userId: number;
  email: string;
  firstName: string;
  lastName: string;
}

export interface CardTab {
  id: string;
  title: string;
}

/** What the server tells the page once, inside its HTML. */
export interface WorkbenchSettings {
  owners: WorkbenchOwner[];
  cards: CardTab[];
  portal: { id: number; timezone: string };
  hasAutomation: boolean;
}

/** The header with which the page says who is signed in. The stand-in has no passwords: it runs on one machine. */
export const SIGNED_IN_HEADER = 'x-workbench-owner';
