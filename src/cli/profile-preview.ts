import { Command } from 'commander';

import type { PolicyState } from '../contract/policy.ts';
import { partnerTypeLabel } from '../icp/partner-types.ts';
import { type Preview, previewProfile } from '../icp/preview.ts';
import type { Profile } from '../icp/profile.ts';
import {
  type PublishWarning,
  holdWarnings,
  laneWarnings,
  prerequisiteWarnings,
  weightWarnings,
} from '../icp/publish-warnings.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import type { Body } from '../usecases/policy/body-difference.ts';
import { NO_PREREQUISITES } from '../usecases/policy/profile-file.ts';
import { type ChosenProfile, currentBody, draftBody, typePolicyOf } from './chosen-profile.ts';
import { writeOut } from './out-file.ts';
import { previewCsv, previewLines, warningLines } from './preview-lines.ts';
import { fileDraft } from './profile-draft.ts';
import { type Portfolio, readCards } from './read-cards.ts';
import { faultsBeforePreview } from '../messages/terminal.ts';
import { faultsOfFile } from '../usecases/policy/profile-file.ts';
import { type JsonOption, type Run, connectInBulk, print } from './terminal.ts';
import { LISTED_TYPES, badInput, typedType } from './typed.ts';

interface PreviewOptions extends JsonOption {
  file?: string;
  out?: string;
}

/** `icp profile preview`: what a draft would make of every scorecard of its type. Writes nothing. */
export function previewCommand(run: Run): Command {
  return new Command('preview')
    .description(
      'Judge every scorecard of a type by the draft, and say who would change lane. Writes nothing.',
    )
    .argument('<type>', `one of ${LISTED_TYPES}`)
    .option('--file <file.json>', 'judge by this file instead of the draft')
    .option('--out <file.csv>', 'also write a row for each company')
    .addHelpText('after', '\nA cell that a spreadsheet could take for a formula begins with an apostrophe.')
    .action(async (typed: string, { json, file, out }: PreviewOptions) => {
      const type = typedType('type', typed);
      const { context } = connectInBulk(run);
      const state = await loadPolicy(context);
      const draft = await wantedBody(state, typePolicyOf(state, type), file);
      const portfolio = await readCards(run, context, type);
      const preview = previewProfile(draft.profile, portfolio.cards, state.asOf);
      const warnings = warningsBefore(state, draft, { preview, portfolio });
      if (out !== undefined) await writeOut(run, out, (write) => write(previewCsv(preview)));
      print(run, { type, ...preview, warnings, left: portfolio.left }, json, () => [
        `${partnerTypeLabel(type)}: ${draft.name}, beside what each scorecard is judged by now.`,
        ...previewLines(preview, draft.profile, portfolio),
        ...(warnings.length === 0 ? [] : ['', ...warningLines(warnings)]),
        ...(out === undefined ? [] : [`A row for each company is written to ${out}.`]),
        'Nothing was written to HubSpot.',
      ]);
    });
}

/** The draft, or the file in its place. @throws Refused `invalid-input` naming the faults: nothing can be judged by it */
export async function wantedBody(
  state: PolicyState,
  policy: ReturnType<typeof typePolicyOf>,
  file: string | undefined,
): Promise<ChosenProfile> {
  if (file === undefined) {
    const draft = draftBody('--file', policy);
    requireNoFaults('type', policy.draft?.faults ?? []);
    return draft;
  }
  const { prerequisites, ...current } = currentBody(policy);
  const base = { type: policy.type, ...current, prerequisites: prerequisites ?? NO_PREREQUISITES };
  const { reviewDue, ...read } = await fileDraft('--file', file, base);
  requireNoFaults('--file', faultsOfFile({ ...read, reviewDue }, policy, state.asOf));
  return { ...read, reviewDue: reviewDue ?? null, name: `file ${file}` };
}

function requireNoFaults(option: string, faults: readonly { path: string; message: string }[]): void {
  if (faults.length === 0) return;
  const lines = faults.map(({ path, message }) => `${path}: ${message}`);
  throw badInput(option, faultsBeforePreview(lines.join('; ')));
}

/** Everything to know before this profile is published. */
export function warningsBefore(
  state: PolicyState,
  { profile, prerequisites }: Body,
  { preview, portfolio }: { preview: Preview; portfolio: Portfolio },
): PublishWarning[] {
  const { reviewDue } = currentBody(typePolicyOf(state, profile.type));
  return [
    ...weightWarnings(profile),
    ...laneWarnings(preview),
    ...holdWarnings(reviewDue, state.asOf),
    ...prerequisiteWarnings(prerequisites ?? NO_PREREQUISITES, portfolio.companies),
  ];
}

/** The lanes of every scorecard by a profile. */
export async function previewOf(
  run: Run,
  state: PolicyState,
  context: Parameters<typeof readCards>[1],
  profile: Profile,
): Promise<{ preview: Preview; portfolio: Portfolio }> {
  const portfolio = await readCards(run, context, profile.type);
  return { preview: previewProfile(profile, portfolio.cards, state.asOf), portfolio };
}
