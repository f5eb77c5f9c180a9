import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Command } from 'commander';
import ts from 'typescript';

import { ALLOW_PUBLISHING, PUBLISH_SETTINGS } from '../../src/messages/policy.ts';
import { commandsOfIcp, runIcp } from '../cli/run-icp.ts';

const ROOT = join(__dirname, '..', '..');
const FOLDERS = ['src', 'extensions', 'serverless'];

/** What stands for a parameter in a command, by the end of its name. */
const SAMPLES: readonly [RegExp, string][] = [
  [/types$|keys$|join\(/, 'reseller,referral'],
  [/type$|defaultType$/i, 'technology'],
  [/version\)?$/, '1'],
  [/companyId$/, '512'],
  [/portalId$/, '62515'],
  [/^asked$/, 'oauth'],
  [/^ALLOW_PUBLISHING$/, ALLOW_PUBLISHING],
  [/^PUBLISH_SETTINGS$/, PUBLISH_SETTINGS],
];

const texts = [...new Set(FOLDERS.flatMap(filesIn).flatMap(textsIn))].filter((text) =>
  /\bicp [a-z]/.test(text),
);

test('every command that a text tells people to run can be run as it stands', async () => {
  const faults: string[] = [];
  for (const command of new Set(texts.flatMap(commandsToRun))) {
    const { exit, stderr } = await runIcp(wordsOf(command));
    // all that is missing is the portal, or the server
    if (exit !== 0 && !/^(?:HUBSPOT_ACCESS_TOKEN|PARTNER_ICP_SERVER) is not set/.test(stderr))
      faults.push(`icp ${command}: ${stderr.trim()}`);
  }

  expect(faults).toEqual([]);
});

test('every command that a text mentions exists, with the options that stand beside it', () => {
  expect(texts.flatMap(mentionsIn).flatMap(faultsOf)).toEqual([]);
});

test('a command of another form is found out', async () => {
  const said = (text: string) => commandsToRun(text).map(wordsOf);

  expect(said('Allow it here: icp settings set publishing page. Then go on.')).toEqual([
    ['settings', 'set', 'publishing', 'page'],
  ]);
  expect(said('icp a --by "Ann Lee", then icp b. Or run: icp c')).toEqual([
    ['a', '--by', 'Ann Lee'],
    ['b'],
    ['c'],
  ]);
  expect((await runIcp(['settings', 'set', 'publishing', 'page', '--by', 'a@b.example'])).stderr).not.toMatch(
    /TOKEN/,
  );
  expect((await runIcp(['profile', 'rollback', 'technology', '1'])).stderr).not.toMatch(/TOKEN/);
  expect(mentionsIn('see icp profile shw and icp doctor --mend').flatMap(faultsOf)).toEqual([
    'icp profile shw',
    'icp doctor --mend',
  ]);
});

/** Commands at the beginning of a text, after a colon, or after `then`, up to the end of their clause. */
function commandsToRun(text: string): string[] {
  return [...text.matchAll(/(?:^|: |, then )icp ([a-z].*?)(?=[.,;)]?$|[.,;)] |\n)/gm)].map(
    ([, command]) => command ?? '',
  );
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** Each command with the words that follow it. */
function mentionsIn(text: string): string[][] {
  return text
    .split(/\bicp (?=[a-z])/)
    .slice(1)
    .map((rest) => (/^[^.,;:)`"\n]*/.exec(rest)?.[0] ?? '').split(' '));
}

function faultsOf(words: readonly string[]): string[] {
  let at: Command | undefined = commandsOfIcp().find((command) => command.name() === words[0]);
  const path = [words[0] ?? ''];
  while (at !== undefined && at.commands.length > 0 && path.length < words.length) {
    const next = words[path.length] ?? '';
    at = at.commands.find((command) => command.name() === next);
    path.push(next);
  }
  if (at === undefined) return [`icp ${path.join(' ')}`];
  const known = new Set(['--help', ...at.options.flatMap(({ long }) => long ?? [])]);
  const unknown = words.filter((word) => word.startsWith('--') && !known.has(word));
  return unknown.map((option) => `icp ${path.join(' ')} ${option}`);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(ROOT, folder, name));
}

/** The texts in a file, with a sample for each parameter. */
function textsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // the command whose progress a file keeps
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'file') return;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(
        [
          node.head.text,
          ...node.templateSpans.map((span) => `${sampleOf(span.expression)}${span.literal.text}`),
        ].join(''),
      );
    if (ts.isCallExpression(node) && node.expression.getText() === 'command')
      found.push(node.arguments.flatMap(wordsIn).join(' '));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** An argument of `command('icp', ...)`. */
function wordsIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isSpreadElement(node)) return wordsIn(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(wordsIn);
  return ts.isExpression(node) ? [sampleOf(node)] : [];
}

function sampleOf(expression: ts.Expression): string {
  const text = expression.getText();
  return SAMPLES.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
}
