import { partnerTypeLabel } from './partner-types.ts';
import type { FactSources, Settings } from './settings.ts';

/** One setting that differs. The path is that of `settingsFaults`. */
export interface SettingsDifference {
  path: string;
  what: string;
  from: string;
  to: string;
}

/** Names of people, by HubSpot's id of the user. */
export type UserNames = Readonly<Record<string, string>>;

/** A user without a known name. */
export const userWithoutName = (userId: string) => `user ${userId}`;

/** Every setting in words, by its path. */
export const SETTINGS_IN_WORDS: Readonly<
  Record<string, { what: string; valueOf: (settings: Settings, names: UserNames) => string }>
> = {
  defaultType: { what: 'Default type', valueOf: ({ defaultType }) => partnerTypeLabel(defaultType) },
  enabledTypes: {
    what: 'Types that the card offers',
    valueOf: ({ enabledTypes }) => enabledTypes.map(partnerTypeLabel).join(', '),
  },
  asksSaas: {
    what: 'Prompts for software subscriptions',
    valueOf: ({ asksSaas }) => (asksSaas ? 'shown' : 'hidden'),
  },
  'evidenceDays.overlap': {
    what: 'Look at overlap again after',
    valueOf: ({ evidenceDays }) => inDays(evidenceDays.overlap),
  },
  'evidenceDays.inspection': {
    what: 'Inspect artifacts again after',
    valueOf: ({ evidenceDays }) => inDays(evidenceDays.inspection),
  },
  'evidenceDays.mandate': {
    what: 'Ask for the mandate of a contact again after',
    valueOf: ({ evidenceDays }) => inDays(evidenceDays.mandate),
  },
  slots: { what: 'Partners to go deep with in a quarter', valueOf: ({ slots }) => String(slots) },
  keepsDrafts: {
    what: 'Unsaved edits are kept',
    valueOf: ({ keepsDrafts }) => (keepsDrafts ? 'yes' : 'no'),
  },
  publishing: {
    what: 'Profiles are published from',
    valueOf: ({ publishing }) =>
      publishing === 'page' ? 'the settings page and the terminal' : 'the terminal',
  },
  publishers: {
    what: 'In the OAuth edition may publish',
    valueOf: ({ publishers }, names) =>
      ['who installed the app', ...publishers.map((id) => names[id] ?? userWithoutName(id))].join(', '),
  },
  prerequisites: {
    what: 'Publishing without a prerequisite',
    valueOf: ({ prerequisites }) => (prerequisites === 'warn' ? 'needs a reason' : 'is refused'),
  },
  editedVerdicts: {
    what: 'Edited verdicts',
    valueOf: ({ editedVerdicts }) =>
      editedVerdicts === 'ask' ? 'wait until a person repairs them' : 'are repaired',
  },
  'factSources.sharedCustomers': {
    what: 'Shared customers are counted by',
    valueOf: ({ factSources }) => sharedCustomersInWords(factSources.sharedCustomers),
  },
  'factSources.companiesAsking': {
    what: 'Companies asking are counted by',
    valueOf: ({ factSources: { companiesAsking } }) =>
      companiesAsking === null ? 'hand' : `the deal property ${companiesAsking.property}`,
  },
};

/** The settings that differ, in the order of the page. */
export function settingsDifferences(
  from: Settings,
  to: Settings,
  names: UserNames = {},
): SettingsDifference[] {
  return Object.entries(SETTINGS_IN_WORDS).flatMap(([path, { what, valueOf }]) => {
    const [before, after] = [valueOf(from, names), valueOf(to, names)];
    return before === after ? [] : [{ path, what, from: before, to: after }];
  });
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en')} days`;
}

function sharedCustomersInWords(source: FactSources['sharedCustomers']): string {
  if (source === null) return 'hand';
  if (source.by === 'lists') return `the list of each partner, ${source.name}`;
  const stages = source.lifecycleStages.join(', ');
  const of = stages === '' ? '' : ` of companies in ${stages}`;
  return source.by === 'label'
    ? `the association label ${source.label}${of}`
    : `the company property ${source.property}${of}`;
}
