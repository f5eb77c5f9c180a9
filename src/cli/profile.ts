import { Command, Option } from 'commander';

import type { PolicyState, TypePolicy } from '../contract/policy.ts';
import { entryInWords } from '../icp/entry-in-words.ts';
import { partnerTypeLabel } from '../icp/partner-types.ts';
import { SHIPPED } from '../icp/shipped-profiles.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { listProfiles } from '../usecases/profiles/list-profiles.ts';
import { typeLines, currentVersion } from './policy-lines.ts';
import { compareCommand } from './profile-compare.ts';
import { draftCommand } from './profile-draft.ts';
import { listLines } from './profile-lines.ts';
import { previewCommand } from './profile-preview.ts';
import { publishCommand, rollbackCommand } from './profile-publish.ts';
import { showCommand } from './profile-show.ts';
import { exportTemplateCommand, importTemplateCommand } from './template.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';

const OFFLINE = { ...SHIPPED, defaultType: 'technology' } as const;

/** `icp profile`: the profiles of the portal. With `--shipped`, those that come with Partner ICP, without a portal. */
export function profileCommand(run: Run): Command {
  const group = new Command('profile').description(
    'The profiles that the portal judges by: show, draft, preview, publish, roll back, carry over.',
  );
  for (const command of [
    ...[listCommand, showCommand, compareCommand, draftCommand, previewCommand],
    ...[publishCommand, rollbackCommand, exportTemplateCommand, importTemplateCommand],
  ])
    group.addCommand(command(run).option('--json', 'print JSON'));
  return group;
}

function listCommand(run: Run): Command {
  return new Command('list')
    .description('List each partner type with its current profile, until when it is held, and its draft.')
    .addOption(new Option('--shipped', 'the types and the profiles that come with Partner ICP; needs no CRM'))
    .action(async ({ json, shipped }: JsonOption & { shipped?: boolean }) => {
      if (shipped === true) {
        print(run, listProfiles(OFFLINE), json, listLines);
        return;
      }
      const state = await loadPolicy(connect(run));
      print(run, listed(state), json, () => listedLines(state));
    });
}

/** As JSON: without the profiles themselves. */
function listed(state: PolicyState) {
  const { hasHome, policy, asOf, damaged, types } = state;
  return { hasHome, policy, asOf, damaged, types: types.map(listedType) };
}

function listedType(policy: TypePolicy) {
  const { type, isReady, isEnabled, isReviewDue, draft } = policy;
  return {
    ...{ type, label: partnerTypeLabel(type), isReady, isEnabled },
    current: currentVersion(policy) ?? null,
    isReviewDue,
    draft: draft && {
      ...{ by: draft.by, at: draft.at, basedOn: draft.basedOn, faults: draft.faults },
    },
  };
}

function listedLines(state: PolicyState): string[] {
  return [
    ...typeLines(state),
    ...(state.hasHome
      ? []
      : ['This portal keeps no profiles of its own yet. To make room for them, run: icp install']),
    ...(state.damaged.length === 0
      ? []
      : [
          `! Edited or deleted in HubSpot: ${state.damaged.map(entryInWords).join('; ')}. To see what to restore, run: icp doctor`,
        ]),
  ];
}
