import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import * as RemoteUI from '@remote-ui/react';
import * as React from 'react';
import { type Edition, buildPrivateEdition } from '../../sandbox/build/build-edition.ts';
import { buildWorkerCards } from '../../sandbox/build/build-worker-cards.ts';
import { bundleSizes } from '../../sandbox/build/bundle.ts';
import { startFunctionExecutor } from '../../sandbox/functions/function-executor.ts';
import { type SourceProject, sourceProject } from './source-project.ts';

let project: SourceProject;
let edition: Edition;

const read = (...path: string[]) => readFile(join(edition.projectFolder, ...path), 'utf8');
const importsOf = (code: string) => [...code.matchAll(/^import .* from "(.*)";$/gm)].map(([, name]) => name);

beforeAll(async () => {
  project = await sourceProject();
  edition = await buildPrivateEdition(project.source, project.output);
});

afterAll(() => project.remove());

test('the card carries the core it shares, and leaves React and HubSpot’s package outside', async () => {
  const card = await read('src', 'app', 'cards', 'ScorecardCard.js');

  expect(card).toContain('function laneOf');
  expect(new Set(importsOf(card))).toEqual(new Set(['@hubspot/ui-extensions', 'react', 'react/jsx-runtime']));
});

test('each package.json names every package that its bundle leaves outside', async () => {
  const card = JSON.parse(await read('src', 'app', 'cards', 'package.json')) as Edition;
  const functions = JSON.parse(await read('src', 'app', 'functions', 'package.json')) as Edition;

  expect(card).toMatchObject({ dependencies: { react: '18.3.1', '@hubspot/ui-extensions': '0.17.0' } });
  expect(functions).toMatchObject({ dependencies: { '@hubspot/api-client': '14.0.1' } });
});

test('the function’s bundle holds neither the official client nor any language of zod but English', async () => {
  const code = await read('src', 'app', 'functions', 'partner-icp.js');

  const languages = [...code.matchAll(/zod\/v4\/locales\/([\w-]+)\.js/g)].map(([, name]) => name);
  expect(code).not.toContain('node_modules/@hubspot/');
  expect(languages.filter((name) => name !== 'en')).toEqual([]);
});

test('the built function answers through HubSpot’s executor', async () => {
  const executor = await startFunctionExecutor({
    projectFolder: edition.projectFolder,
    environment: { PRIVATE_APP_ACCESS_TOKEN: 'pat-test', HUBSPOT_BASE_URL: 'http://127.0.0.1:9' },
  });

  const answer = await executor.call('partner-icp', { parameters: { operation: 'none' } });
  await executor.close();

  expect(answer).toEqual(expect.any(Object));
});

test('HubSpot’s builder makes a worker script of the card, and it offers an element to the page', async () => {
  const workbench = join(project.source, 'workbench');
  const [script = ''] = await buildWorkerCards(edition.cards, workbench);
  let offered: ((api: unknown) => unknown) | undefined;
  const self = {
    __HUBSPOT_EXTENSION_WORKER__: true,
    React,
    RemoteUI,
    extend_V2: (render: typeof offered) => (offered = render),
  };

  runInContext(await readFile(script, 'utf8'), createContext({ ...self, self }));

  expect((await readdir(workbench)).sort()).toEqual(['ScorecardCard-manifest.json', 'ScorecardCard.js']);
  expect(React.isValidElement(offered?.({}))).toBe(true);
});

test('a size tells what a file weighs on disk and on the wire', async () => {
  const [size] = await bundleSizes(edition.cards);

  expect(size?.bytes).toBe(Buffer.byteLength(await read('src', 'app', 'cards', 'ScorecardCard.js')));
  expect(size?.gzipBytes).toBeGreaterThan(0);
  expect(size?.gzipBytes).toBeLessThan(size?.bytes ?? 0);
});

test('a card whose source is missing is named, and the project built before stays whole', async () => {
  const missing = await sourceProject();
  await buildPrivateEdition(missing.source, missing.output);
  await rm(join(missing.source, 'extensions', 'scorecard-card', 'ScorecardCard.tsx'));

  await expect(buildPrivateEdition(missing.source, missing.output)).rejects.toThrow(
    /ScorecardCard\.tsx is missing: .*scorecard-card-hsmeta\.json names it/,
  );

  expect(await readdir(missing.source)).not.toContainEqual(expect.stringMatching(/^built\./));
  const whole = ['actions', 'app-hsmeta.json', 'cards', 'functions', 'settings'];
  expect(await readdir(join(missing.output, 'src', 'app'))).toEqual(whole);
  await missing.remove();
});
