import type { ReactNode } from 'react';

import type { ProfileDraftBody, TypePolicy } from '../../../src/contract/policy.ts';

import type { Editor } from '../state/editor.ts';
import type { Ready } from '../state/page-state.ts';
import type { Session } from '../state/session.ts';
import type { CopyText } from '../../common/use-copy.ts';

/** What every part of the page gets. */
export interface PageProps {
  state: Ready;
  session: Session;
  /** Of the edition. */
  parts: Parts;
  /** Who is signed in. */
  by: string;
  /** HubSpot's id of that user. */
  userId: string;
  /** IANA name of the portal's time zone. */
  zone: string;
  copyText: CopyText;
  closeOverlay: (id: string) => void;
}

/** What every part of one type's page gets. */
export interface TypeProps extends PageProps {
  policy: TypePolicy;
  /** Null without a draft. */
  editor: Editor<ProfileDraftBody> | null;
}

/** What every part of a draft gets. */
export interface DraftProps extends TypeProps {
  editor: Editor<ProfileDraftBody>;
}

/** What only one of the editions has on the page. */
export interface Parts {
  /** Called while the page is open, of whoever may publish. @returns called when that ends */
  open: () => () => void;
  /** How all scorecards of a type take the current profile over. */
  RejudgeAll: (props: TypeProps) => ReactNode;
  /** What runs for the portal just now, above the tabs. */
  Running: (props: PageProps) => ReactNode;
  /** The tab of what a server does in the background; null where there is no server. */
  background: { title: string; Body: (props: PageProps) => ReactNode } | null;
}
