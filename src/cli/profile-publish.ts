import { Command } from 'commander';

import type { PolicyState } from '../contract/policy.ts';
import { type PartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import { versionKey } from '../icp/profile.ts';
import type { Context } from '../usecases/context.ts';
import { bodyDifferences } from '../usecases/policy/body-difference.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../usecases/policy/profile-drafts.ts';
import { NO_PREREQUISITES } from '../usecases/policy/profile-file.ts';
import { publishProfile, rollBackProfile } from '../usecases/policy/publish.ts';
import { type ChosenProfile, chosenBody, currentBody, typePolicyOf, typedVersion } from './chosen-profile.ts';
import { draftName, versionLines } from './policy-lines.ts';
import { warningLines } from './preview-lines.ts';
import { previewOf, wantedBody, warningsBefore } from './profile-preview.ts';
import {
  DRAFT_OPTION,
  draftOfOther,
  PUBLISH_YES,
  publishSeenDraft,
  rejudgeNext,
} from '../messages/terminal.ts';
import { EXIT, type JsonOption, type Run, connectInBulk, print } from './terminal.ts';
import {
  LISTED_TYPES,
  badInput,
  requiredPerson,
  requiredReason,
  requireSeenDraft,
  typedType,
} from './typed.ts';

interface PublishOptions extends JsonOption {
  file?: string;
  draft?: string;
  to?: string;
  by?: string;
  reason?: string;
  yes?: boolean;
}

/** `icp profile publish`: makes the draft the current profile, once a person has agreed to what it changes. */
export function publishCommand(run: Run): Command {
  return withPerson(
    new Command('publish')
      .description('Publish the draft: new scorecards of the type are judged by it from then on.')
      .argument('<type>', `one of ${LISTED_TYPES}`)
      .option('--file <file.json>', 'publish this file instead of the draft that is kept')
      .option('--draft <time>', DRAFT_OPTION),
  ).action(async (typed: string, options: PublishOptions) => {
    const type = typedType('type', typed);
    const who = whoAndWhy(options);
    const { context } = connectInBulk(run);
    const state = await loadPolicy(context);
    const policy = typePolicyOf(state, type);
    const body = await wantedBody(state, policy, options.file);
    if (options.file === undefined) requireSeenDraft(options.draft, policy.draft?.at);
    const changes = await changesBy(run, context, state, body);
    if (!isAgreed(run, options, changes, options.file === undefined ? policy.draft?.at : undefined)) return;
    const seen = options.file === undefined ? policy.draft?.at : await keepFile(context, state, body, who.by);
    const after = await publishProfile(context, { type, seen, ...who, policy: state.policy });
    printPublished(run, after, type, options, changes);
  });
}

/** `icp profile rollback`: makes an earlier version the current profile again. */
export function rollbackCommand(run: Run): Command {
  return withPerson(
    new Command('rollback')
      .description(
        'Make an earlier version the current profile again. Drafts and scorecards stay as they are.',
      )
      .argument('<type>', `one of ${LISTED_TYPES}`)
      .requiredOption('--to <number>', 'the version; 0 is the shipped one'),
  ).action(async (typed: string, options: PublishOptions) => {
    const type = typedType('type', typed);
    const version = typedVersion('--to', options.to ?? '');
    const who = whoAndWhy(options);
    const { context } = connectInBulk(run);
    const state = await loadPolicy(context);
    const body = await chosenBody(context, typePolicyOf(state, type), '--to', `${version}`);
    const changes = await changesBy(run, context, state, body);
    if (!isAgreed(run, options, changes)) return;
    const after = await rollBackProfile(context, { type, version, ...who, policy: state.policy });
    printPublished(run, after, type, options, changes);
  });
}

function withPerson(command: Command): Command {
  return command
    .option('--by <person>', 'who decides it, for the record: name@example.com')
    .option('--reason <text>', 'why, for the record')
    .option('--yes', 'do it; without it nothing is published and you see what would change');
}

function whoAndWhy({ by, reason }: PublishOptions) {
  return { by: requiredPerson(by), reason: requiredReason(reason) };
}

/** What the profile changes, and what to know before. */
interface Changes {
  type: PartnerType;
  lines: readonly string[];
  moves: number;
  warnings: ReturnType<typeof warningsBefore>;
  title: string;
}

async function changesBy(
  run: Run,
  context: Context,
  state: PolicyState,
  body: ChosenProfile,
): Promise<Changes> {
  const { type } = body.profile;
  const current = currentBody(typePolicyOf(state, type));
  const judged = await previewOf(run, state, context, body.profile);
  return {
    type,
    lines: bodyDifferences(current, body),
    moves: judged.preview.moves.reduce((sum, { cards }) => sum + cards.length, 0),
    warnings: warningsBefore(state, body, judged),
    title: `${partnerTypeLabel(type)}: ${current.name} -> ${body.name}`,
  };
}

function changeLines({ title, lines, moves, warnings }: Changes): string[] {
  return [
    title,
    ...(lines.length === 0 ? ['  Nothing differs.'] : lines.map((line) => `  ${line}`)),
    `Once every scorecard is re-judged, ${moves === 1 ? '1 company changes' : `${moves.toLocaleString('en')} companies change`} lane.`,
    ...warningLines(warnings),
  ];
}

/** Whether --yes was typed. Else it shows what would change, and publishes nothing. */
function isAgreed(run: Run, { yes, json }: PublishOptions, changes: Changes, draft?: string): boolean {
  if (yes === true) return true;
  const { type, lines, moves, warnings } = changes;
  print(run, { type, published: false, draft: draft ?? null, lines, moves, warnings }, json, () =>
    changeLines(changes),
  );
  run.console.error(draft === undefined ? PUBLISH_YES : publishSeenDraft(draft));
  run.exitCode = EXIT.badInput;
  return false;
}

/** Keeps the file as the draft, since that is what is published. @returns the time of the draft */
async function keepFile(
  context: Context,
  state: PolicyState,
  { profile, prerequisites, reviewDue }: ChosenProfile,
  by: string,
): Promise<string | undefined> {
  const { type } = profile;
  const { draft, profile: current } = typePolicyOf(state, type);
  if (draft !== null && draft.by !== by) throw badInput('--file', draftOfOther(draftName(draft), type));
  const saved = await saveProfileDraft(context, {
    ...{ type, seen: draft?.at ?? null, by },
    draft: {
      ...{ profile, prerequisites: prerequisites ?? NO_PREREQUISITES, basedOn: versionKey(current) },
      ...(reviewDue !== null && { reviewDue }),
    },
  });
  if (saved.conflict !== null) throw badInput('--file', draftOfOther(draftName(saved.conflict), type));
  return typePolicyOf(saved.state, type).draft?.at;
}

function printPublished(
  run: Run,
  state: PolicyState,
  type: PartnerType,
  { json }: PublishOptions,
  changes: Changes,
): void {
  const policy = typePolicyOf(state, type);
  const current = currentBody(policy);
  const { lines, moves, warnings } = changes;
  const version = policy.versions.find(({ isCurrent }) => isCurrent) ?? null;
  print(run, { type, published: true, current: version, lines, moves, warnings }, json, () => [
    ...changeLines(changes),
    '',
    `Current from now on: ${current.name}.`,
    ...versionLines(policy).slice(1),
    rejudgeNext(type),
  ]);
}
