import type { PolicyState, ProfileDraftBody, TypePolicy } from '../../../src/contract/policy.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Settings } from '../../../src/icp/settings.ts';

import type { Failure } from '../../door/ask.ts';
import type { Editor, Theirs } from './editor.ts';
import type { KnownSources } from './known-sources.ts';
import type { People } from './people.ts';
import type { Portfolio } from './portfolio.ts';

/** What is written. Of settings the subject is `settings`, of a profile its type. */
export type Act = 'load' | 'save' | 'discard' | 'publish' | 'roll-back';
export type Subject = PartnerType | 'settings';

/** A loaded policy, and everything that happened on the page since. */
export interface Ready {
  phase: 'ready';
  /** Number of the newest call; answers to older ones are ignored. */
  request: number;
  policy: PolicyState;
  /** The type whose profile is open; null for the list of types and the settings. */
  open: PartnerType | null;
  editors: Readonly<Partial<Record<PartnerType, Editor<ProfileDraftBody>>>>;
  settings: Editor<Settings>;
  portfolios: Readonly<Partial<Record<PartnerType, Portfolio>>>;
  factSources: KnownSources;
  people: People;
  /** Why something is published, as far as it is typed. */
  reasons: Readonly<Partial<Record<Subject, string>>>;
  /** The call under way. */
  busy: { act: Act; subject: Subject | null } | null;
  failure: (Failure & { act: Act; subject: Subject | null }) | null;
  /** What the last call did, until the next edit. */
  done: { act: Act; subject: Subject } | null;
}

export type PageState =
  { phase: 'loading'; request: number } | { phase: 'failed'; request: number; failure: Failure } | Ready;

export const LOADING: PageState = { phase: 'loading', request: 0 };

/** The answer to the request of that number. */
export type AnswerEvent =
  | { type: 'loaded'; request: number; policy: PolicyState }
  | {
      type: 'draft-saved';
      request: number;
      policy: PolicyState;
      subject: Subject;
      sent: unknown;
      isConflict: boolean;
    }
  | { type: 'changed'; request: number; policy: PolicyState; act: Act; subject: Subject }
  | { type: 'refused'; request: number; act: Act; subject: Subject | null; failure: Failure };

/** What somebody does in an editor. */
export type EditorEvent = { subject: Subject } & (
  | { type: 'edited'; path: string; body: ProfileDraftBody | Settings; isTyping: boolean }
  | { type: 'typed-no-number'; path: string; text: string }
  /** Several fields at once, and not by their inputs. */
  | { type: 'filled-in'; body: ProfileDraftBody | Settings }
  | { type: 'left' | 'undone' | 'reset' | 'took-theirs' | 'kept-mine' | 'dropped' }
);

export type Event =
  | { type: 'asked'; request: number; act: Act; subject: Subject | null }
  | AnswerEvent
  | EditorEvent
  | { type: 'opened'; partnerType: PartnerType | null }
  | { type: 'begun'; subject: PartnerType; body: ProfileDraftBody }
  | { type: 'reasoned'; subject: Subject; reason: string }
  | { type: 'fact-sources'; known: Partial<KnownSources> }
  | { type: 'portfolio'; partnerType: PartnerType; portfolio: Portfolio }
  | { type: 'people'; people: People };

export function typePolicyOf({ types }: PolicyState, type: PartnerType): TypePolicy | null {
  return types.find((each) => each.type === type) ?? null;
}

/** What a draft in the portal holds, without what was derived of it. */
export function draftIn(policy: PolicyState, type: PartnerType): Theirs<ProfileDraftBody> | null {
  const draft = typePolicyOf(policy, type)?.draft ?? null;
  if (draft === null) return null;
  const { profile, prerequisites, reviewDue, basedOn, by, at, on } = draft;
  return { body: { profile, prerequisites, reviewDue, basedOn }, by, at, on };
}

export function settingsDraftIn({ settingsDraft }: PolicyState): Theirs<Settings> | null {
  if (settingsDraft === null) return null;
  const { settings, by, at, on } = settingsDraft;
  return { body: settings, by, at, on };
}
