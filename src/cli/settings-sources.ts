import { Command } from 'commander';

import type {
  FactExample,
  FactSourceChoices,
  FactSourceTest,
  Gathered,
  SourceChoice,
} from '../contract/facts.ts';
import { DEFAULT_SETTINGS, type FactSources } from '../icp/settings.ts';
import { readFactSources } from '../usecases/facts/read-fact-sources.ts';
import { testFactSources } from '../usecases/facts/test-fact-sources.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { aligned } from './policy-lines.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';
import { badInput } from './typed.ts';
import { typedSetting, withSetting } from './typed-settings.ts';

/** The settings that are sources, as they are typed. */
const SOURCES = ['factSources.sharedCustomers', 'factSources.companiesAsking'] as const;

/** `icp settings sources`: what facts could be counted by, and what that would give. */
export function sourcesCommand(run: Run): Command {
  return new Command('sources')
    .description(
      'List what facts could be counted by in this portal, or try sources on three scored partners.',
    )
    .argument(
      '[sources...]',
      'with --test: instead of those of the draft, each as it is typed for icp settings set',
    )
    .option('--test', 'count by the sources of the draft, without one by those in force; nothing is written')
    .action(async (typed: string[], { json, test }: JsonOption & { test?: boolean }) => {
      const wanted = typed.length === 0 ? null : sourcesIn(typed);
      if (test !== true) {
        if (wanted !== null) throw badInput('sources', 'sources are tried with --test.');
        print(run, await readFactSources(connect(run)), json, choiceLines);
        return;
      }
      const context = connect(run);
      const factSources = wanted ?? (await sourcesToTest(context));
      print(run, await testFactSources(context, { factSources }), json, testLines);
    });
}

/** @throws Refused `invalid-input` */
function sourcesIn(typed: readonly string[]): FactSources {
  for (const one of typed)
    if (!SOURCES.some((key) => one.startsWith(`${key}=`)))
      throw badInput(
        'sources',
        `"${one.slice(0, 60)}" is no source. Give ${SOURCES.join(' or ')} with its value.`,
      );
  return typed.reduce(withSetting, DEFAULT_SETTINGS).factSources;
}

async function sourcesToTest(context: ReturnType<typeof connect>): Promise<FactSources> {
  const { settings, settingsDraft } = await loadPolicy(context);
  return (settingsDraft?.settings ?? settings).factSources;
}

function choiceLines(choices: FactSourceChoices): string[] {
  const { companyProperties, dealProperties, labels, lifecycleStages, guess, notes, unread } = choices;
  const settings = { ...DEFAULT_SETTINGS, factSources: guess };
  return [
    ...listed('Properties of companies that can name partners', companyProperties),
    ...listed('Properties of deals that can name partners', dealProperties),
    ...listed('Association labels between companies', labels),
    ...listed('Lifecycle stages of companies', lifecycleStages),
    ...unread,
    'What fits by name:',
    ...notes.map((note) => `  ${note}`),
    ...SOURCES.map((key) => `  "${key}=${typedSetting(settings, key)}"`),
  ];
}

function listed(what: string, choices: readonly SourceChoice[]): string[] {
  if (choices.length === 0) return [`${what}: none`, ''];
  return [`${what}:`, ...aligned(choices.map(({ value, label }) => ['', value, label])), ''];
}

function testLines({ examples, message }: FactSourceTest): string[] {
  return [...(message === null ? [] : [message]), ...examples.flatMap(exampleLines)];
}

function exampleLines({ companyName, sharedCustomers, companiesAsking }: FactExample): string[] {
  return [
    companyName,
    ...factLines(sharedCustomers, ({ companies }) => companies.map(({ name }) => name)),
    ...factLines(companiesAsking, ({ deals }) => deals.map(({ name, company }) => company?.name ?? name)),
  ];
}

function factLines<Fact extends { text: string }>(
  fact: Gathered<Fact>,
  namesOf: (fact: Fact) => readonly string[],
): string[] {
  if (fact.state === 'not-set') return [];
  if (fact.state !== 'counted') return [`  ${fact.message}`];
  const names = [...new Set(namesOf(fact.fact))];
  return [`  ${fact.fact.text}`, ...(names.length === 0 ? [] : [`    first: ${names.join(', ')}`])];
}
