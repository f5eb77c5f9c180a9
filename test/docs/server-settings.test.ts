import { SERVER_VARIABLES, serverSettings } from '../../src/config/server-settings.ts';
import * as tables from '../../src/store/schema.ts';
import * as workTables from '../../src/store/work-tables.ts';
import { getTableName, isTable } from 'drizzle-orm';
import { read } from './documents.ts';

const guide = read('docs/server.md');
/** The rows of the table of settings: name, default. */
const documented = [...guide.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|/gm)].map(
  ([, name = '', otherwise = '']) => [name, otherwise] as const,
);

test('the guide names every setting of the server, in the order of the code', () => {
  expect(documented.map(([name]) => name)).toEqual(SERVER_VARIABLES);
});

test('the defaults in the guide are those of the server', () => {
  const settings = serverSettings({
    PUBLIC_URL: 'https://partner-icp.example.com',
    HUBSPOT_APPS: '[{"appId": 1, "clientId": "a", "clientSecret": "b"}]',
    TOKEN_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
    ADMIN_SECRET: 'a'.repeat(32),
  });
  const inForce: Readonly<Record<string, unknown>> = {
    ...{ HOST: settings.host, PORT: settings.port, DATA_FOLDER: settings.dataFolder },
    ...{ HUBSPOT_BASE_URL: settings.hubspotUrl, HUBSPOT_AUTHORIZE_URL: settings.authorizeUrl },
    LOG_LEVEL: settings.logLevel,
  };
  const given = documented.filter(([, otherwise]) => otherwise.startsWith('`'));

  expect(Object.fromEntries(given)).toEqual(
    Object.fromEntries(Object.entries(inForce).map(([name, value]) => [name, `\`${String(value)}\``])),
  );
});

test('what has to be set is what the server asks for', () => {
  const needed = documented.filter(([, otherwise]) => otherwise === 'has to be set').map(([name]) => name);

  for (const name of needed) expect(() => serverSettings({})).toThrow(`${name} is missing`);
});

test('the guide says of every table what it keeps', () => {
  const named = [...guide.matchAll(/^\| `([a-z_]+)` +\|/gm)].map(([, name]) => name);
  const stored = Object.values({ ...tables, ...workTables })
    .filter((each) => isTable(each))
    .map(getTableName);

  expect(named.sort()).toEqual(stored.sort());
});
