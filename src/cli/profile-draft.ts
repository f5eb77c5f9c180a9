import { Command, Option } from 'commander';

import type { PolicyState, TypePolicy } from '../contract/policy.ts';
import { type PartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import { presetsFor, withPreset } from '../icp/presets.ts';
import { type Profile, versionKey } from '../icp/profile.ts';
import type { Context } from '../usecases/context.ts';
import { bodyDifferences } from '../usecases/policy/body-difference.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { discardProfileDraft, saveProfileDraft } from '../usecases/policy/profile-drafts.ts';
import { NO_PREREQUISITES, type ProfileFile, readProfileFile } from '../usecases/policy/profile-file.ts';
import { chosenBody, currentBody, draftBody, typePolicyOf } from './chosen-profile.ts';
import { readJsonFile } from './json-file.ts';
import { draftName, faultLines } from './policy-lines.ts';
import {
  draftHasFaults,
  draftOfOther,
  fileHasFaults,
  nothingToDraft,
  notAPreset,
} from '../messages/terminal.ts';
import { EXIT, type JsonOption, type Run, connect, print, visibleLines } from './terminal.ts';
import { LISTED_TYPES, badInput, collect, pair, requiredPerson, typedNumber, typedType } from './typed.ts';

interface DraftOptions extends JsonOption {
  file?: string;
  preset?: string;
  from?: string;
  weight?: string[];
  floor?: string[];
  reviewOn?: string;
  discard?: boolean;
  replace?: boolean;
  by?: string;
}

/** `icp profile draft`: prepares the next profile of a type. Nothing is judged by it until it is published. */
export function draftCommand(run: Run): Command {
  return new Command('draft')
    .description('Prepare the next profile of a type. Nothing is judged by it before it is published.')
    .argument('<type>', `one of ${LISTED_TYPES}`)
    .option('--file <file.json>', 'take it from a file, as icp profile show --out writes one')
    .addOption(
      new Option('--from <number>', 'take it from this version; 0 is the shipped one').conflicts('file'),
    )
    .option('--preset <preset>', 'set the weights of a preset: balanced, retention or growth')
    .option('--weight <dimension=points>', 'set a weight, such as customer_overlap=35; repeatable', collect)
    .option('--floor <lane=points>', 'set a floor, such as deep=400; repeatable', collect)
    .option('--review-on <day>', 'hold it until this day, YYYY-MM-DD; for a year when left out')
    .option('--replace', "write over somebody else's draft")
    .option('--discard', 'delete the draft')
    .option('--by <person>', 'who prepares it: name@example.com')
    .addHelpText(
      'after',
      '\nWithout --file and --from: the draft that is there, else the current profile. A draft with faults is kept and named' +
        '\nby field, with exit code 2.',
    )
    .action(async (typed: string, options: DraftOptions) => {
      const type = typedType('type', typed);
      const by = requiredPerson(options.by);
      const context = connect(run);
      if (options.discard === true) await discard(run, context, type, by, options);
      else await keep(run, context, type, by, options);
    });
}

async function discard(
  run: Run,
  context: Context,
  type: PartnerType,
  by: string,
  { json }: DraftOptions,
): Promise<void> {
  const policy = typePolicyOf(await loadPolicy(context), type);
  draftBody('--discard', policy);
  await discardProfileDraft(context, { type, seen: policy.draft?.at ?? '', by });
  const name = policy.draft === null ? '' : draftName(policy.draft);
  print(run, { type, discarded: true }, json, () => [`The ${name} is deleted. The current profile stays.`]);
}

async function keep(
  run: Run,
  context: Context,
  type: PartnerType,
  by: string,
  options: DraftOptions,
): Promise<void> {
  const before = typePolicyOf(await loadPolicy(context), type);
  const wanted = await wantedDraft(context, before, options);
  const { draft: there } = before;
  const startsAnew = options.file !== undefined || options.from !== undefined;
  if (there !== null && there.by !== by && startsAnew && options.replace !== true)
    throw badInput('--replace', draftOfOther(draftName(there), type));
  const { state, conflict } = await saveProfileDraft(context, {
    ...{ type, seen: there?.at ?? null, by },
    draft: { ...wanted, basedOn: there?.basedOn ?? versionKey(before.profile) },
  });
  if (conflict !== null) throw badInput('--replace', draftOfOther(draftName(conflict), type));
  printDraft(run, state, type, options);
}

/** Says what the draft changes, and what keeps it from being published. */
function printDraft(run: Run, state: PolicyState, type: PartnerType, { json }: DraftOptions): void {
  const policy = typePolicyOf(state, type);
  const { draft } = policy;
  if (draft === null) throw new Error('the draft that was saved is not there');
  const current = currentBody(policy);
  const lines = bodyDifferences(current, draft);
  print(run, { type, ...draft, lines }, json, () => [
    `The ${draftName(draft)} is kept. Nothing is judged by it before it is published.`,
    ...(lines.length === 0
      ? [`It says the same as the current profile: ${current.name}.`]
      : [`${partnerTypeLabel(type)}: ${current.name} -> draft`, ...lines.map((line) => `  ${line}`)]),
    ...(draft.faults.length > 0 ? [] : [`To see who would change lane, run: icp profile preview ${type}`]),
  ]);
  if (draft.faults.length === 0) return;
  run.exitCode = EXIT.badInput;
  run.console.error(visibleLines([draftHasFaults(type), ...faultLines(draft.faults)]));
}

/** The draft as typed: from a file, a version, the draft or the current profile, with the edits of the options. */
async function wantedDraft(
  context: Context,
  policy: TypePolicy,
  options: DraftOptions,
): Promise<ProfileFile> {
  const { file, from, preset, weight = [], floor = [], reviewOn } = options;
  const isEdit = preset !== undefined || weight.length > 0 || floor.length > 0 || reviewOn !== undefined;
  if (file === undefined && from === undefined && !isEdit)
    throw badInput('--file', nothingToDraft(policy.type));
  const base = await baseOf(context, policy, options);
  const withWeights = weight.reduce(
    withWeight,
    preset === undefined ? base.profile : presetOf(base.profile, preset),
  );
  const profile = floor.reduce(withFloor, withWeights);
  return { profile, prerequisites: base.prerequisites, reviewDue: reviewOn ?? base.reviewDue };
}

async function baseOf(
  context: Context,
  policy: TypePolicy,
  { file, from }: DraftOptions,
): Promise<ProfileFile> {
  const standing = policy.draft === null ? currentBody(policy) : draftBody('--file', policy);
  const prerequisites = standing.prerequisites ?? NO_PREREQUISITES;
  if (file !== undefined) return fileDraft('--file', file, { ...policy, ...standing, prerequisites });
  // the day of an earlier version has passed, or soon will
  if (policy.draft === null || from !== undefined) {
    const chosen = from === undefined ? standing : await chosenBody(context, policy, '--from', from);
    return {
      ...pickBody(chosen),
      prerequisites: chosen.prerequisites ?? prerequisites,
      reviewDue: undefined,
    };
  }
  return { ...pickBody(standing), prerequisites, reviewDue: standing.reviewDue ?? undefined };
}

function pickBody({ profile }: { profile: Profile }) {
  return { profile };
}

/** The draft in a file. @throws Refused `invalid-input` naming each field at fault */
export async function fileDraft(
  option: string,
  path: string,
  base: { type: PartnerType } & Pick<ProfileFile, 'profile' | 'prerequisites'>,
): Promise<ProfileFile> {
  const read = readProfileFile(await readJsonFile(option, path), base.type, base);
  if ('profile' in read) return read;
  const faults = read.map((fault) => (fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`));
  throw badInput(option, fileHasFaults(path, faults.join('; ')));
}

function presetOf(profile: Profile, key: string): Profile {
  const presets = presetsFor(profile.type);
  const preset = presets.find((one) => one.key === key.trim());
  if (preset === undefined)
    throw badInput('--preset', notAPreset(key.slice(0, 40), presets.map((one) => one.key).join(', ')));
  return withPreset(profile, preset);
}

function withWeight(profile: Profile, typed: string): Profile {
  const [key, text] = pair('--weight', typed);
  const dimension = profile.dimensions.find((one) => one.key === key);
  if (dimension === undefined) {
    const keys = profile.dimensions.map((one) => one.key).join(', ');
    throw badInput('--weight', `there is no dimension "${key.slice(0, 40)}". Choose one of ${keys}.`);
  }
  const weight = pointsIn('--weight', text);
  return {
    ...profile,
    dimensions: profile.dimensions.map((one) => (one === dimension ? { ...one, weight } : one)),
  };
}

function withFloor(profile: Profile, typed: string): Profile {
  const [lane, text] = pair('--floor', typed);
  if (lane !== 'deep' && lane !== 'fast')
    throw badInput('--floor', `"${lane.slice(0, 40)}" has no floor. Choose deep or fast.`);
  return { ...profile, floors: { ...profile.floors, [lane]: pointsIn('--floor', text) } };
}

function pointsIn(option: string, text: string): number {
  const points = typedNumber(text.trim());
  if (typeof points === 'number') return points;
  throw badInput(option, `"${text.slice(0, 40)}" is no number of points. Give a whole number.`);
}
