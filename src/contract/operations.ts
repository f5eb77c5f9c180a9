import type { PartnerType } from '../icp/partner-types.ts';
import type { PolicyState, PortalUser, ProfileDraft, ProfileDraftInput, SettingsDraft } from './policy.ts';
import type { DecideAnswer, Slots } from './decisions.ts';
import type { Profile } from '../icp/profile.ts';
import type { PortfolioPage } from './policy.ts';
import type { BackgroundWork } from './jobs.ts';
import type { DraftMark, DraftToKeep, DraftsOfSave, OthersDraft } from './drafts.ts';
import type {
  CompaniesAsking,
  CountedFact,
  FactSourceChoices,
  FactSourceTest,
  Gathered,
  GatheredFacts,
  PartnerContacts,
  SharedCustomers,
} from './facts.ts';
import type { ScorecardHistory } from './history.ts';
import type { ContactRole } from '../icp/crm-facts.ts';
import type { Quarter } from '../icp/quarter.ts';
import type { FactSources, Settings } from '../icp/settings.ts';
import type { SaveAnswer, ScorecardRecord } from './scorecard-record.ts';
import type { DecisionChanges, WantedChange } from './wanted-change.ts';
import type { TriageAct, TriageApplied, TriageChoices, TriagePlan, TriageSeen } from './triage.ts';

/** The operations of the app: per operation its input and its answer. Doors mount them, cards call them. */
export interface Operations {
  'load-scorecard': {
    input: {
      companyId: string;
      /** The id of the HubSpot user whose draft is offered. */
      user?: string | undefined;
    };
    answer: ScorecardRecord;
  };
  'save-scorecard': {
    input: {
      companyId: string;
      changes: Readonly<Record<string, WantedChange>>;
      by: string;
      /** This is the yearly review, with these changes or none. */
      reviewed?: true | undefined;
      drafts?: DraftsOfSave | undefined;
    };
    answer: SaveAnswer;
  };
  'rejudge-scorecard': { input: { companyId: string; by: string; to: string }; answer: SaveAnswer };
  'read-portfolio': { input: { type: PartnerType; after?: string | undefined }; answer: PortfolioPage };
  'clear-scorecard': {
    input: { companyId: string; by: string; drafts?: DraftsOfSave | undefined };
    answer: SaveAnswer;
  };
  /** Writes what a person decided, whole or not at all. */
  decide: {
    input: {
      companyId: string;
      changes: DecisionChanges;
      /** What the person saw that it rests on: `basisNow` of the record. */
      basis: string;
      by: string;
    };
    answer: DecideAnswer;
  };
  /** Counts the deep slots of a quarter. With `decided` it waits, at most 8 s, until HubSpot's search shows that decision. */
  'read-slots': {
    input: { companyId: string; quarter: Quarter; decided?: string | undefined };
    answer: Slots;
  };
  /** The page for the meeting about one partner, as text. */
  'meeting-page': { input: { companyId: string }; answer: { text: string } };
  /** What the CRM knows about the partner, counted in at most six calls. What cannot be counted says why. */
  'gather-facts': { input: { companyId: string }; answer: GatheredFacts };
  /** Counts one fact to the end, with the records behind it. */
  'count-fact': {
    input: { companyId: string; fact: CountedFact };
    answer:
      | { fact: 'shared-customers'; gathered: Gathered<SharedCustomers> }
      | { fact: 'companies-asking'; gathered: Gathered<CompaniesAsking> };
  };
  /** Sets or takes away the role of a contact. */
  'set-contact-role': {
    input: { companyId: string; contactId: string; role: ContactRole; isSet: boolean };
    answer: Gathered<PartnerContacts>;
  };
  'read-history': { input: { companyId: string }; answer: ScorecardHistory };
  /** Undoes the last save as a new save. @param save the `key` of the save that was seen */
  'undo-save': {
    input: { companyId: string; save: string; by: string; drafts?: DraftsOfSave | undefined };
    answer: SaveAnswer;
  };
  /** What the portal has from which facts could be counted. */
  'read-fact-sources': { input: Record<string, never>; answer: FactSourceChoices };
  /** What sources give for three partners, before they are published. */
  'test-fact-sources': { input: { factSources: FactSources }; answer: FactSourceTest };
  /** Keeps unsaved edits. Not kept where the portal has no home or wants no drafts. */
  'keep-draft': { input: DraftToKeep; answer: { isKept: boolean } };
  'discard-draft': {
    input: { companyId: string; user: string; marks: readonly DraftMark[] };
    answer: { isDiscarded: true };
  };
  /** Who else has unsaved edits. It may lag some seconds. */
  'find-drafts': { input: { companyId: string; user: string }; answer: { drafts: readonly OthersDraft[] } };
  /** @param version that of the current profile when left out */
  'show-profile': { input: { type: PartnerType; version?: number | undefined }; answer: Profile };
  'load-policy': { input: Record<string, never>; answer: PolicyState };
  'save-profile-draft': {
    input: { type: PartnerType; draft: ProfileDraftInput; seen: string | null; by: string };
    /** The draft that somebody else has saved since: nothing was written. */
    answer: { state: PolicyState; conflict: ProfileDraft | null };
  };
  'discard-profile-draft': { input: { type: PartnerType; seen: string; by: string }; answer: PolicyState };
  /** Publishes the draft of the type as it was seen. */
  'publish-profile': {
    input: { type: PartnerType; seen?: string | undefined } & Publishing;
    answer: PolicyState;
  };
  'roll-back-profile': { input: { type: PartnerType; version: number } & Publishing; answer: PolicyState };
  'save-settings-draft': {
    input: { settings: Settings; seen: string | null; by: string };
    answer: { state: PolicyState; conflict: SettingsDraft | null };
  };
  'discard-settings-draft': { input: { seen: string; by: string }; answer: PolicyState };
  /** The users whom settings may name: owners of the portal. */
  'read-people': { input: Record<string, never>; answer: { people: readonly PortalUser[] } };
  /** Begins to judge every scorecard of a type by its current profile, on the server, page by page, while nobody waits. */
  'start-rejudging': { input: { type: PartnerType; by: string }; answer: BackgroundWork };
  /** What the server does for the portal in the background. */
  'read-jobs': { input: Record<string, never>; answer: BackgroundWork };
  'pause-job': { input: { type: PartnerType; by: string }; answer: BackgroundWork };
  'resume-job': { input: { type: PartnerType; by: string }; answer: BackgroundWork };
  'publish-settings': { input: { settings: Settings } & Publishing; answer: PolicyState };
  /** What can be done about several companies. This and the next two only where HubSpot has signed who asks. */
  'triage-choices': { input: Record<string, never>; answer: TriageChoices };
  /** What an act would do to each company; writes nothing. */
  'preview-triage': {
    input: {
      act: TriageAct;
      companyIds: readonly string[];
      /** Companies that the same act goes deep with before these: they hold slots too. */
      deepBefore?: readonly string[] | undefined;
    };
    answer: { plans: readonly TriagePlan[] };
  };
  /** Does it to each company as it was seen. A repeat changes nothing. */
  'apply-triage': {
    input: {
      act: TriageAct;
      companies: readonly { companyId: string; seen: TriageSeen }[];
      /** The time of a decision, ISO 8601: the same for all of a run, also when it goes on. */
      at: string;
      by: string;
      deepBefore?: readonly string[] | undefined;
    };
    answer: TriageApplied;
  };
}

interface Publishing {
  reason: string;
  by: string;
  /** The newest entry of the log that the publisher has seen. */
  policy: number;
}
