import { type SandboxCrm, startSandboxCrm } from '../sandbox/hubspot/start-sandbox-crm.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';

const COMPANIES = 20_000;
const PROPERTIES = 60;
const BATCH = 100;
const SEARCHES = 100;
const TOKEN = 'bench-token';
const LANES = ['deep', 'fast', 'pass', 'undecided'];

/** 20,000 companies of 60 properties in the sandbox: their memory, and the time of a search on an enumeration. */
export async function sandboxRows(): Promise<Row[]> {
  const sandbox = await startSandboxCrm({
    tokens: [{ token: TOKEN, sourceType: 'INTEGRATION', sourceId: '1' }],
  });
  try {
    await createProperties(sandbox);
    for (let start = 0; start < COMPANIES; start += BATCH) await createBatch(sandbox, start);
    const times: number[] = [];
    for (let turn = 0; turn < SEARCHES; turn++) times.push(await search(sandbox, LANES[turn % 4] ?? ''));
    const weight = process.memoryUsage().rss / 2 ** 20;
    return [
      atMostRow('memory of this bench with 20,000 companies of 60 properties', weight, 'MiB', 700),
      atMostRow('search on an enumeration over them, p95', percentile(times, 0.95), 'ms', 50),
    ];
  } finally {
    await sandbox.close();
  }
}

async function send(sandbox: SandboxCrm, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${sandbox.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function createProperties(sandbox: SandboxCrm): Promise<void> {
  const lane = {
    ...{ name: 'bench_lane', label: 'Lane', groupName: 'companyinformation' },
    ...{ type: 'enumeration', fieldType: 'select' },
    options: LANES.map((value, displayOrder) => ({ value, label: value, displayOrder, hidden: false })),
  };
  const texts = Array.from({ length: PROPERTIES - 2 }, (_, index) => ({
    ...{ name: `bench_${index}`, label: `Bench ${index}`, groupName: 'companyinformation' },
    ...{ type: 'string', fieldType: 'text' },
  }));
  await send(sandbox, '/crm/properties/2026-09/companies/batch/create', { inputs: [lane, ...texts] });
}

async function createBatch(sandbox: SandboxCrm, start: number): Promise<void> {
  const inputs = Array.from({ length: BATCH }, (_, index) => {
    const number = start + index;
    const texts = Array.from({ length: PROPERTIES - 2 }, (__, key) => [
      `bench_${key}`,
      `Value ${number} ${key}`,
    ]);
    const properties = Object.fromEntries([
      ['name', `Partner ${number}`],
      ['bench_lane', LANES[number % 4]],
      ...texts,
    ]) as Record<string, string>;
    return { properties, associations: [] };
  });
  await send(sandbox, '/crm/objects/2026-09/companies/batch/create', { inputs });
}

/** Milliseconds of one search of 200 results, measured by the client. */
async function search(sandbox: SandboxCrm, lane: string): Promise<number> {
  const filters = [{ propertyName: 'bench_lane', operator: 'EQ', value: lane }];
  const body = { filterGroups: [{ filters }], properties: ['name'], limit: 200 };
  const start = performance.now();
  await send(sandbox, '/crm/objects/2026-09/companies/search', body);
  return performance.now() - start;
}
