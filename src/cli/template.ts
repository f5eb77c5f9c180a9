import { Command } from 'commander';

import { type PartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import { amount } from '../usecases/amount.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { type Template, parseTemplate } from '../usecases/policy/parse-template.ts';
import { type TemplatePlan, type TypePlan, planTemplate } from '../usecases/policy/plan-template.ts';
import { importTemplate, templateOf } from '../usecases/policy/template.ts';
import { NOTHING_PUBLISHED, installForTemplate, templateFaults } from '../messages/terminal.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { changeLines } from './settings.ts';
import { EXIT, type JsonOption, type Run, connect, print, showSteps } from './terminal.ts';
import { badInput, requiredPerson, requiredReason } from './typed.ts';

interface ImportOptions extends JsonOption {
  apply?: boolean;
  by?: string;
  reason?: string;
}

/** `icp profile export`: the profiles and settings of the portal in one file, for another portal. */
export function exportTemplateCommand(run: Run): Command {
  return new Command('export')
    .description('Write the current profiles and the settings to one file, for another portal.')
    .requiredOption('--out <file.json>', 'the file to write')
    .addHelpText('after', '\nThe file names no company and no id of this portal.')
    .action(async ({ json, out }: JsonOption & { out: string }) => {
      const template = templateOf(await loadPolicy(connect(run)));
      await writeJsonFile('--out', out, template);
      const own = Object.values(template.profiles).filter((profile) => profile !== null).length;
      print(run, { file: out, types: template.types, ownProfiles: own }, json, () => [
        `${amount(template.types.length, 'type', 'types')}, ${amount(own, 'profile', 'profiles')} of its own, and the settings are written to ${out}.`,
      ]);
    });
}

/** `icp profile import`: says what a file of another portal changes here, and with --apply publishes it. */
export function importTemplateCommand(run: Run): Command {
  return new Command('import')
    .description('Say what a file of icp profile export changes here, and with --apply publish it.')
    .argument('<file>', 'the file of another portal')
    .option('--apply', 'publish; without it nothing is written')
    .option('--by <person>', 'who decides it, for the record: name@example.com; needed with --apply')
    .option('--reason <text>', 'why, for the record; needed with --apply')
    .addHelpText(
      'after',
      '\nWhat says the same already is not published again. A run that broke off is finished by the next one.',
    )
    .action(async (path: string, { json, apply = false, by, reason }: ImportOptions) => {
      const who = apply ? { by: requiredPerson(by), reason: requiredReason(reason) } : null;
      const template = await templateIn(path);
      const context = connect(run);
      if (who === null) {
        const plan = planTemplate(await loadPolicy(context), template);
        print(run, { applied: false, ...plan }, json, () => [
          ...planLines(plan),
          ...(hasWork(plan) ? [NOTHING_PUBLISHED] : []),
        ]);
        return;
      }
      const step = showSteps(run);
      const { plan, published, hasSettings } = await importTemplate(
        context,
        template,
        who,
        (done, of, type) => step(done + 1, of, type === null ? 'settings' : partnerTypeLabel(type)),
      );
      print(run, { applied: true, published, hasSettings, ...plan }, json, () => [
        ...planLines(plan),
        publishedLine(published, hasSettings),
      ]);
      if (plan.types.some(isLeft)) run.exitCode = EXIT.badInput;
    });
}

/** The template in a file. @throws Refused `invalid-input` */
export async function templateIn(path: string): Promise<Template> {
  const read = parseTemplate(await readJsonFile('file', path));
  if ('format' in read) return read;
  const faults = read.map((fault) => `${fault.path}: ${fault.message}`);
  throw badInput('file', templateFaults(path, faults.join('; ')));
}

function hasWork({ types, settings }: TemplatePlan): boolean {
  return (
    settings.length > 0 ||
    types.some(({ act, isReady, obstacle }) => act !== 'nothing' && isReady && obstacle === null)
  );
}

/** What differs and is not published. */
function isLeft({ act, isReady, obstacle }: TypePlan): boolean {
  return act !== 'nothing' && (!isReady || obstacle !== null);
}

function planLines({ types, settings }: TemplatePlan): string[] {
  const missing = types.filter(({ isReady }) => !isReady).map(({ type }) => type);
  return [
    ...types.flatMap(typeLines),
    settings.length === 0 ? 'Settings: the same.' : 'Settings:',
    ...(settings.length === 0 ? [] : changeLines(settings)),
    ...(missing.length === 0
      ? []
      : [`! ${installForTemplate(missing.map(partnerTypeLabel).join(', '), missing.join(','))}`]),
  ];
}

function typeLines({ type, act, isReady, lines, obstacle }: TypePlan): string[] {
  const label = partnerTypeLabel(type);
  if (act === 'nothing') return [`${label}: the same.`];
  return [
    `${label}: ${act === 'back' ? 'back to the shipped profile' : 'another profile'}${isReady ? '' : ' (left out)'}`,
    ...lines.map((line) => `  ${line}`),
    ...(obstacle === null ? [] : [`! ${obstacle}`]),
  ];
}

function publishedLine(published: readonly PartnerType[], hasSettings: boolean): string {
  const what = [...published.map(partnerTypeLabel), ...(hasSettings ? ['settings'] : [])];
  return what.length === 0 ? 'Nothing was published.' : `Published: ${what.join(', ')}.`;
}
