import { Command } from 'commander';

import type { PolicyState } from '../contract/policy.ts';
import { DEFAULT_SETTINGS, type Settings, settingsFaults } from '../icp/settings.ts';
import {
  SETTINGS_IN_WORDS,
  type SettingsDifference,
  type UserNames,
  settingsDifferences,
} from '../icp/settings-difference.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { discardSettingsDraft, publishSettings, saveSettingsDraft } from '../usecases/policy/settings.ts';
import { aligned, draftName, faultLines } from './policy-lines.ts';
import { sourcesCommand } from './settings-sources.ts';
import { PUBLISH_SETTINGS } from '../messages/policy.ts';
import {
  DRAFT_OPTION,
  NO_SETTINGS_DRAFT,
  publishSeenDraft,
  settingsDraftOfOther,
} from '../messages/terminal.ts';
import { EXIT, type JsonOption, type Run, connect, print } from './terminal.ts';
import { badInput, requiredPerson, requiredReason, requireSeenDraft } from './typed.ts';
import { SETTING_FORMS, typedSetting, withSetting } from './typed-settings.ts';
import { userNames, withUserIds } from './typed-users.ts';

interface SettingsOptions extends JsonOption {
  by?: string;
  reason?: string;
  yes?: boolean;
  replace?: boolean;
  draft?: string;
  discard?: boolean;
}

/** `icp settings`: what the portal decides for itself beside its profiles. */
export function settingsCommand(run: Run): Command {
  const group = new Command('settings').description(
    'What the portal decides beside its profiles: types, evidence, slots, drafts, sources of facts.',
  );
  for (const command of [showCommand, setCommand, publishCommand, sourcesCommand])
    group.addCommand(command(run).option('--json', 'print JSON'));
  return group;
}

function showCommand(run: Run): Command {
  return new Command('show')
    .description('Show the settings in force, and the draft of others.')
    .action(async ({ json }: JsonOption) => {
      const context = connect(run);
      const { settings, settingsDraft, policy } = await loadPolicy(context);
      const names = await userNames(context, settings, settingsDraft?.settings);
      print(run, { policy, settings, settingsDraft }, json, () => [
        ...settingLines(settings, names),
        '',
        ...sourceLines(settings),
        ...(settingsDraft === null ? [] : ['', ...draftLines(settings, settingsDraft, names)]),
      ]);
    });
}

function setCommand(run: Run): Command {
  return new Command('set')
    .description('Prepare other settings as a draft. They hold once they are published.')
    .argument('[settings...]', 'each as slots=3')
    .option('--replace', "take somebody else's draft as it is, and go on from there")
    .option('--discard', 'delete the draft')
    .option('--by <person>', 'who prepares them: name@example.com')
    .addHelpText(
      'after',
      `\nThe settings:\n${aligned(Object.entries(SETTING_FORMS).map((form) => ['', ...form])).join('\n')}`,
    )
    .action(async (typed: string[], { json, by, replace, discard }: SettingsOptions) => {
      const person = requiredPerson(by);
      // what is typed in another form is refused before HubSpot is called
      typed.reduce(withSetting, DEFAULT_SETTINGS);
      const context = connect(run);
      const state = await loadPolicy(context);
      const { settingsDraft } = state;
      if (discard === true) {
        if (settingsDraft === null) throw badInput('--discard', NO_SETTINGS_DRAFT);
        await discardSettingsDraft(context, { seen: settingsDraft.at, by: person });
        print(run, { discarded: true }, json, () => [`The ${draftName(settingsDraft)} is deleted.`]);
        return;
      }
      if (typed.length === 0) throw badInput('setting', 'name a setting with its value, such as slots=3.');
      if (settingsDraft !== null && settingsDraft.by !== person && replace !== true)
        throw badInput('--replace', settingsDraftOfOther(draftName(settingsDraft)));
      const ofUsers = await withUserIds(context.crm, typed);
      const settings = ofUsers.reduce(withSetting, settingsDraft?.settings ?? state.settings);
      requireNoFaults(settings);
      const seen = settingsDraft?.at ?? null;
      const saved = await saveSettingsDraft(context, { settings, seen, by: person });
      if (saved.conflict !== null)
        throw badInput('--replace', settingsDraftOfOther(draftName(saved.conflict)));
      const draft = saved.state.settingsDraft;
      const names = await userNames(context, state.settings, draft?.settings);
      print(run, { settings: state.settings, settingsDraft: draft }, json, () =>
        draft === null ? [] : draftLines(state.settings, draft, names),
      );
    });
}

function publishCommand(run: Run): Command {
  return new Command('publish')
    .description('Publish the draft of the settings: they hold from then on.')
    .option('--by <person>', 'who decides it, for the record: name@example.com')
    .option('--reason <text>', 'why, for the record')
    .option('--draft <time>', DRAFT_OPTION)
    .option('--yes', 'do it; without it nothing is published and you see what would change')
    .action(async ({ json, yes, ...options }: SettingsOptions) => {
      const by = requiredPerson(options.by);
      const reason = requiredReason(options.reason);
      const context = connect(run);
      const { settings: before, settingsDraft, policy } = await loadPolicy(context);
      if (settingsDraft === null) throw badInput('draft', NO_SETTINGS_DRAFT);
      requireSeenDraft(options.draft, settingsDraft.at);
      const { settings } = settingsDraft;
      requireNoFaults(settings);
      const differences = settingsDifferences(before, settings, await userNames(context, before, settings));
      const lines = changeLines(differences);
      if (yes !== true) {
        print(run, { published: false, draft: settingsDraft.at, differences }, json, () => lines);
        run.console.error(publishSeenDraft(settingsDraft.at));
        run.exitCode = EXIT.badInput;
        return;
      }
      const after = await publishSettings(context, { settings, by, reason, policy });
      print(run, { published: true, policy: after.policy, differences }, json, () => [
        ...lines,
        'These settings hold from now on.',
      ]);
    });
}

function settingLines(settings: Settings, names: UserNames): string[] {
  return aligned(
    Object.entries(SETTINGS_IN_WORDS).map(([key, { what, valueOf }]) => {
      const isOfPeople = key === 'publishers' && settings.publishers.length > 0;
      return [key, typedSetting(settings, key), isOfPeople ? `${what}: ${valueOf(settings, names)}` : what];
    }),
  );
}

/** The sources of facts in words. */
function sourceLines(settings: Settings): string[] {
  return Object.entries(SETTINGS_IN_WORDS).flatMap(([key, { what, valueOf }]) =>
    key.startsWith('factSources.') ? [`${what} ${valueOf(settings, {})}.`] : [],
  );
}

function draftLines(
  settings: Settings,
  draft: NonNullable<PolicyState['settingsDraft']>,
  names: UserNames,
): string[] {
  return [
    `A ${draftName(draft)}. To publish it, run: ${PUBLISH_SETTINGS}`,
    ...changeLines(settingsDifferences(settings, draft.settings, names)),
    ...faultLines(draft.faults),
  ];
}

/** What changes, a line each. */
export function changeLines(differences: readonly SettingsDifference[]): string[] {
  if (differences.length === 0) return ['  Nothing differs from the settings in force.'];
  return differences.map(({ what, from, to }) => `  ${what}: ${from} -> ${to}`);
}

/** @throws Refused `invalid-input` naming every setting at fault */
function requireNoFaults(settings: Settings): void {
  const faults = settingsFaults(settings);
  const [first] = faults;
  if (first === undefined) return;
  const others = faults.slice(1).map(({ path, message }) => `; ${path}: ${message}`);
  throw badInput(first.path, `${first.message}${others.join('')}. Nothing was written.`);
}
