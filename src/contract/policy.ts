import type { PartnerType } from '../icp/partner-types.ts';
import type { PortfolioCard } from '../icp/portfolio-card.ts';
import type { Profile } from '../icp/profile.ts';
import type { Settings } from '../icp/settings.ts';

/** What a profile rests on: links with an owner and a day, beside the version. */
export interface Prerequisites {
  /** The Partner Hypothesis: who would partner with us and why, category and type. */
  hypothesis: PrerequisiteLink | null;
  customerIcp: PrerequisiteLink | null;
  /** The partner thesis of the year. */
  thesis: PrerequisiteLink | null;
  /** The timing gate, as far as people answer it. Whether the pool is large enough is counted from the CRM. */
  timing: { productMarketFit: boolean; goToMarket: boolean; programReady: boolean };
}

export interface PrerequisiteLink {
  url: string;
  owner: string;
  /** `YYYY-MM-DD` */
  on: string;
}

/** Body of a home entry of the kind `policy`: one state of the log. */
export interface PolicyBody {
  /** 1, 2, 3, ... as in its key. */
  version: number;
  settings: Settings;
  /** The current version per type, 0 for the shipped one. Types that were never published are absent. */
  current: Readonly<Partial<Record<PartnerType, number>>>;
  /** What this entry did. */
  act: { kind: 'published' | 'rolled-back'; profile: string } | { kind: 'settings' };
}

/** Body of a home entry of the kind `profile`. */
export interface ProfileBody {
  profile: Profile;
  prerequisites: Prerequisites;
  /** The day until which it is held, `YYYY-MM-DD`. */
  reviewDue: string;
}

/** A draft as it is sent: it is held for a year where it names no day. */
export type ProfileDraftInput = Omit<ProfileDraftBody, 'reviewDue'> & { reviewDue?: string | undefined };

/** Body of the draft of a profile. Its profile may have faults: they keep it from being published, never from being kept. */
export interface ProfileDraftBody {
  profile: Profile;
  prerequisites: Prerequisites;
  reviewDue: string;
  /** The version that it was begun from, `technology@2`. */
  basedOn: string;
}

/** A version of a profile, without its body. */
export interface VersionSummary {
  /** `technology@3` */
  key: string;
  version: number;
  isCurrent: boolean;
  /** Who published it, when and why. Null for the shipped one. */
  published: Published | null;
  reviewDue: string | null;
  prerequisites: Prerequisites | null;
}

export interface Published {
  by: string;
  /** The day in the portal's time zone, `YYYY-MM-DD`. */
  on: string;
  reason: string;
}

export interface ProfileDraft extends ProfileDraftBody {
  by: string;
  /** ISO 8601. Whoever saves the draft names the time that they saw. */
  at: string;
  on: string;
  /** What keeps it from being published. */
  faults: readonly ProfileFault[];
}

/** A fault of a profile, with the path of its field: `dimensions[0].weight`. */
export interface ProfileFault {
  path: string;
  message: string;
}

/** A draft of the settings, prepared on the page and published from the terminal. */
export interface SettingsDraft {
  settings: Settings;
  by: string;
  at: string;
  on: string;
  /** What keeps them from being published. */
  faults: readonly ProfileFault[];
}

/** One entry of the policy log. */
export interface PolicyLogEntry extends Published {
  policy: number;
  /** ISO 8601. */
  at: string;
  act: PolicyBody['act'];
  /** The day until which the profile that it replaced was held, where that day had not come. */
  heldUntil: string | null;
}

/** The policy of one partner type. */
export interface TypePolicy {
  type: PartnerType;
  /** Whether the portal has the properties of the type. */
  isReady: boolean;
  isEnabled: boolean;
  /** The current profile. */
  profile: Profile;
  /** Newest first; the shipped one last. */
  versions: readonly VersionSummary[];
  draft: ProfileDraft | null;
  /** Whether the day until which the current profile is held has passed. */
  isReviewDue: boolean;
}

/** A user of HubSpot who is an owner in the portal. */
export interface PortalUser {
  userId: string;
  /** Empty where none is to be seen. */
  name: string;
  email: string;
}

/** Somebody who may publish in the OAuth edition. */
export interface Publisher {
  /** HubSpot's id of the user. */
  userId: string;
  /** Null where no owner of the portal has that id. */
  name: string | null;
  /** Whoever installed the app always may. */
  isInstaller: boolean;
}

/** Who may publish in the edition whose door answers: in the OAuth edition people, the installer first. */
export type PublishingHere =
  | { edition: 'private' }
  | {
      edition: 'oauth';
      publishers: readonly Publisher[];
      /** How types get the properties that the portal lacks. A sentence. */
      typesMissing: string;
    };

/** Answer of `load-policy` and of everything that changes the policy. */
export interface PolicyState {
  hasHome: boolean;
  /** The newest entry of the log; 0 before the first. A publisher names the one that they saw. */
  policy: number;
  settings: Settings;
  settingsDraft: SettingsDraft | null;
  /** Newest first. Entries that cannot be read are left out. */
  log: readonly PolicyLogEntry[];
  /** Keys of entries that are missing or were edited by other means. `icp doctor` says more. */
  damaged: readonly string[];
  types: readonly TypePolicy[];
  /** Whether whoever asks may publish through this door. */
  mayPublish: boolean;
  publishing: PublishingHere;
  /** Today in the portal's time zone. */
  asOf: string;
}

/** Some scorecards of one type. */
export interface PortfolioPage {
  cards: readonly PortfolioCard[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
  /** How many companies of the type follow with this page, as HubSpot counted them: also those that have no ratings yet. */
  total: number;
  /** Companies that could not be read or judged, by name, with the reason. */
  left: readonly { name: string; reason: string }[];
}
