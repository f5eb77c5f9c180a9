import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { runBuild } from '../../sandbox/build/run-build.ts';
import { ROOT, sourceProject } from './source-project.ts';

const PRODUCTION = 'hsprofile.production.json';
const same = (text: string) => text;
const replace = (was: string, is: string) => (text: string) => text.replace(was, is);

test.each<[string, string[], string, (text: string) => string, RegExp]>([
  [
    'an unknown edition',
    ['--edition', 'beta'],
    'app.json',
    same,
    /^There is no edition "beta": choose private or oauth\.$/,
  ],
  [
    'an unknown option',
    ['--editon', 'oauth'],
    'app.json',
    same,
    /^The options are --edition private\|oauth, /,
  ],
  [
    'a profile that is not there',
    ['--profile', 'moon'],
    'app.json',
    same,
    /^hsprofile\.moon\.json cannot be read; /,
  ],
  [
    'a missing variable',
    [],
    PRODUCTION,
    replace('SERVER_URL', 'SERVER'),
    /^hsprofile\.production\.json lacks the variable SERVER_URL, which app\.json: config\.auth\.redirectUrls needs\.$/,
  ],
  [
    'a server without https',
    ['--edition', 'oauth'],
    PRODUCTION,
    replace('https://partner', 'http://partner'),
    /^app\.json with hsprofile\.production\.json, edition oauth: config\.permittedUrls\.fetch\.0: "http:.* is no https address /,
  ],
  [
    'a server address with a slash at its end',
    ['--edition', 'oauth'],
    PRODUCTION,
    replace('icp.example.com"', 'icp.example.com/"'),
    /permittedUrls\.fetch\.0: "https:.*\/" is no https address without a slash at its end\.$/,
  ],
  [
    'an account id that is no number',
    [],
    PRODUCTION,
    replace('"accountId": 0', '"accountId": "mine"'),
    /^hsprofile\.production\.json: accountId: /,
  ],
  [
    'an unknown scope',
    [],
    'app.json',
    replace('crm.objects.deals.read', 'crm.objects.partners.read'),
    /^app\.json with .*auth\.requiredScopes\.\d: HubSpot has no scope "crm\.objects\.partners\.read"\.$/,
  ],
  [
    'a misspelt field',
    [],
    'app.json',
    replace('"permittedUrls": {\n      "fetch": []', '"permitedUrls": {\n      "fetch": []'),
    /^app\.json with .*, edition private: config: Unrecognized key: "permitedUrls"\.$/,
  ],
  ['text that is no JSON', [], 'app.json', replace('{', '['), /^app\.json is no JSON\.$/],
])('%s is refused in one sentence, and nothing is written', async (_, options, file, change, sentence) => {
  const project = await sourceProject();
  await project.edit(file, change);
  const before = await readdir(project.source, { recursive: true });

  const { code, lines } = await buildHere('--from', project.source, '--to', project.output, ...options);

  expect({ code, lines }).toEqual({ code: 2, lines: [expect.stringMatching(sentence)] });
  expect(await readdir(project.source, { recursive: true })).toEqual(before);
  await project.remove();
});

test('npm run build ends with the exit code and the sentence of a refusal', async () => {
  expect(await build('--edition', 'beta')).toEqual({
    code: 2,
    lines: ['There is no edition "beta": choose private or oauth.'],
  });
});

test('npm run build writes the editions that it is asked for', async () => {
  const project = await sourceProject();

  const { code, lines } = await build('--from', project.source, '--to', project.output, '--edition', 'oauth');

  expect({ code, last: lines.at(-1) }).toEqual({
    code: 0,
    last: expect.stringMatching(/^built in \d+ ms$/) as string,
  });
  expect(lines).toContainEqual(
    expect.stringMatching(/^hubspot\/oauth\/src\/app\/cards\/ScorecardCard\.js {2}\d+ bytes, \d+ gzipped$/),
  );
  expect(await readdir(join(project.output, 'hubspot'))).toEqual(['oauth']);
  await project.remove();
});

/** What `npm run build -- ...` does, in this process. */
async function buildHere(...options: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  return { code: await runBuild(options, { log: print, error: print }), lines };
}

/** Runs `npm run build -- ...` in a process of its own. */
async function build(...options: string[]): Promise<{ code: number; lines: string[] }> {
  const script = join(ROOT, 'scripts', 'build.ts');
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...options], { cwd: ROOT });
  const ended = await run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (failure: unknown) => {
      const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    },
  );
  return { code: ended.code, lines: ended.text.trim().split('\n') };
}
