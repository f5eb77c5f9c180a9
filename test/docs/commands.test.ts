import type { Command } from 'commander';

import { commandsOfIcp } from '../cli/run-icp.ts';
import { DOCUMENTS, read } from './documents.ts';

const COMMANDS = new Map(commandsOfIcp().map((command) => [command.name(), command]));

describe.each(DOCUMENTS)('%s', (document) => {
  test('names only commands of icp that exist, with options that they take', () => {
    expect(icpCallsIn(read(document)).flatMap(faultsOf)).toEqual([]);
  });

  test('names options by themselves only where a command or the build takes them', () => {
    const alone = codeIn(read(document)).flatMap((code) => /^(--[a-z][a-z-]*)/.exec(code)?.[1] ?? []);

    expect(alone.filter((option) => !knownOptions().has(option))).toEqual([]);
  });

  test('names only scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = codeIn(read(document)).flatMap((code) =>
      [...code.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(([, script]) => script ?? ''),
    );

    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});

test('a command that does not exist, and an option that it does not take, are found out', () => {
  expect(icpCallsIn('Run `icp instal` or `icp install --force`.').flatMap(faultsOf)).toEqual([
    'icp instal',
    'icp install --force',
  ]);
});

/** Code of a document: lines of fenced blocks, and spans. */
function codeIn(document: string): string[] {
  const fenced = [...document.matchAll(/^ *```\w*\n([\s\S]*?)^ *```/gm)].map(([, code]) => code ?? '');
  const spans = [...document.replace(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g)];
  const joined = fenced.join('\n').replaceAll('\\\n', ' ');
  return [...joined.split('\n').map((line) => line.trim()), ...spans.map(([, code]) => code ?? '')];
}

/** Each call of icp, from its command to the next call, comment or end. */
function icpCallsIn(document: string): { name: string; options: string[] }[] {
  return codeIn(document).flatMap((code) =>
    [...code.matchAll(/\bicp (?:-- )?([a-z]+(?:-[a-z]+)*)((?:(?!\bicp )[^#])*)/g)].map(
      ([, name = '', rest = '']) => ({
        name,
        options: rest.match(/--[a-z][a-z-]*/g) ?? [],
      }),
    ),
  );
}

function faultsOf({ name, options }: { name: string; options: readonly string[] }): string[] {
  const command = COMMANDS.get(name);
  if (command === undefined) return [`icp ${name}`];
  const known = optionsOf(command);
  return options.filter((option) => !known.has(option)).map((option) => `icp ${name} ${option}`);
}

function optionsOf(command: Command): Set<string> {
  const own = command.options.flatMap(({ long }) => long ?? []);
  return new Set(['--help', ...own, ...command.commands.flatMap((inner) => [...optionsOf(inner)])]);
}

function knownOptions(): Set<string> {
  const script = (file: string) => [
    ...read(file).matchAll(/^ +'?([a-z-]+)'?: \{ type: '(?:string|boolean)'/gm),
  ];
  const ours = ['scripts/build.ts', 'scripts/live-check.ts', 'sandbox/demo/start-options.ts']
    .flatMap(script)
    .map(([, name]) => `--${name ?? ''}`);
  return new Set([...[...COMMANDS.values()].flatMap((command) => [...optionsOf(command)]), ...ours]);
}
