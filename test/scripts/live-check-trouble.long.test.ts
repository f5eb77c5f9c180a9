import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { type Probe, row } from '../../scripts/live-check/probe.ts';
import { PROBES, SCOPES } from '../../scripts/live-check/probes.ts';
import type { Send } from '../../scripts/live-check/send.ts';
import { ACCOUNT_ID, leftIn, TOKEN, unusual, withLiveAccount } from './live-check-account.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const named = (...names: readonly string[]) => PROBES.filter(({ name }) => names.includes(name));

const LISTS_AND_OWNERS = /^crm\.(lists|objects\.owners)/;

test('a claim whose scope is missing is skipped by the name of the scope', () =>
  withLiveAccount(
    { scopes: SCOPES.filter((scope) => !LISTS_AND_OWNERS.test(scope)) },
    async ({ check, sandbox }) => {
      const result = await check();

      const skipped = unusual(result);
      expect(new Set(skipped.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
      expect(skipped.find((each) => each.switch === 'deletedListName')?.hubspot).toContain('crm.lists.write');
      expect(skipped.find((each) => each.behaviour?.includes('schemas'))?.hubspot).toContain(
        'crm.objects.owners.read',
      );
      expect(result.exitCode).toBe(0);
      expect(leftIn(sandbox.portal.dump())).toEqual([]);
    },
  ));

test('a token that may not look at anything is no success', () =>
  withLiveAccount({ scopes: ['none'] }, async ({ check }) => {
    expect((await check({ probes: named('merge') })).exitCode).toBe(2);
  }));

test('a plan without custom objects is said', () =>
  withLiveAccount({ tier: 'starter' }, async ({ check }) => {
    const [ceilings, ...others] = unusual(await check({ probes: named('account-limits') }));

    expect(ceilings).toMatchObject({ switch: 'accountCeilings', outcome: 'skipped' });
    expect(ceilings?.hubspot).toContain('Enterprise');
    expect(others).toEqual([]);
  }));

test.each([1, 21, 62, 111, 140, 165, 185])('interrupted during call %i, nothing stays behind', (during) =>
  withLiveAccount({}, async ({ check, sandbox, sentAt, send }) => {
    const controller = new AbortController();
    const interrupting: Send = (request) => {
      if (sentAt.length === during) controller.abort();
      return send(request);
    };

    const result = await check({ stop: controller.signal, send: interrupting });

    expect(leftIn(sandbox.portal.dump())).toEqual([]);
    expect(result.exitCode).toBe(2);
    expect(result.report?.markdown).toContain('Ended early: interrupted');
  }),
);

test('what was made by calls whose answers were lost is found and taken away', () =>
  withLiveAccount({}, async ({ check, sandbox, send }) => {
    const losing: Send = async (request) => {
      const answer = await send(request);
      if (request.method === 'POST' && answer.status === 201) throw new Error('socket hang up');
      return answer;
    };

    const result = await check({ send: losing });

    expect(unusual(result).map(({ outcome }) => outcome)).not.toContain('neither');
    expect(leftIn(sandbox.portal.dump())).toEqual([]);
  }));

test('a busy or stumbling HubSpot changes no outcome', () =>
  withLiveAccount({}, async ({ check, sandbox }) => {
    sandbox.faults.add(FAULT_ANSWERS.rollingLimit, { path: COMPANIES, times: 2 });
    sandbox.faults.add(FAULT_ANSWERS.serverError, { path: '/crm/properties', method: 'GET', times: 2 });

    const result = await check({ probes: named('unchanged-value', 'restored-property') });

    expect(unusual(result)).toEqual([]);
    expect(result.exitCode).toBe(0);
  }));

test('--clean-up-only takes away what an earlier run left, and nothing else', () =>
  withLiveAccount({}, async ({ check, sandbox, send }) => {
    const make = (path: string, body: object) => send({ method: 'POST', path, body });
    const property = { type: 'string', fieldType: 'text', groupName: 'companyinformation', label: 'Left' };
    await make('/crm/properties/2026-09/companies', { ...property, name: 'icplivecheck_0a1b2c_left' });
    await make(COMPANIES, { properties: { name: 'icplivecheck 0a1b2c left' } });
    await make(COMPANIES, { properties: { name: 'Brightdesk, no icplivecheck' } });

    const early = await check({ cleanUpOnly: true, confirm: () => Promise.resolve(true) });
    const late = await check({ cleanUpOnly: true });

    expect([early.exitCode, late.exitCode]).toEqual([0, 0]);
    expect(leftIn(sandbox.portal.dump())).toEqual([]);
    expect(JSON.stringify(sandbox.portal.dump())).toContain('Brightdesk, no icplivecheck');
  }));

test('it begins only when told so, and not where people work', async () => {
  await withLiveAccount({}, async ({ check, sandbox }) => {
    await expect(check({ confirm: () => Promise.resolve(false) })).rejects.toThrow('Nothing was done');
    expect(sandbox.journal.entries().map(({ method }) => method)).toEqual(['GET']);
  });
  await withLiveAccount({ accountType: 'STANDARD' }, async ({ check }) => {
    await expect(check()).rejects.toThrow(/type STANDARD/);
    expect((await check({ anyAccount: true, probes: named('token-endpoint') })).exitCode).toBe(0);
  });
});

const NOSY_CLAIM = row('401 with INVALID_AUTHENTICATION for a missing or unknown token');
const NOSY: Probe = {
  name: 'nosy',
  decides: [NOSY_CLAIM],
  run: async (live, observe) => {
    const records = await live.call('GET', `${COMPANIES}?properties=name,city`);
    observe.fact(NOSY_CLAIM, false, `token ${TOKEN}, account ${ACCOUNT_ID}, ines@example.com`, records);
  },
};

test('the report holds no token, no account id, no address and no value of other records', () =>
  withLiveAccount({}, async ({ check, send }) => {
    const properties = { name: 'Brightdesk', city: 'Wels' };
    await send({ method: 'POST', path: COMPANIES, body: { properties } });

    const { report } = await check({ probes: [NOSY] });

    for (const text of [report?.json ?? '', report?.markdown ?? '']) {
      expect(text).toContain('account <account>, <address>');
      for (const secret of [TOKEN, ACCOUNT_ID, 'ines@', 'Brightdesk', 'Wels', '30000000001'])
        expect(text).not.toContain(secret);
    }
  }));

function runCheck(env: NodeJS.ProcessEnv, args: readonly string[]) {
  const root = join(__dirname, '..', '..');
  const { HUBSPOT_ACCESS_TOKEN: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/live-check.ts', ...args], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, printed }));
  });
  return { child, ended, printed: () => printed };
}

test('without a token it names the variable and does nothing', async () => {
  const { code, printed } = await runCheck({}, ['--yes']).ended;

  expect(code).toBe(2);
  expect(printed).toContain('HUBSPOT_ACCESS_TOKEN is not set');
});

test('Ctrl-C ends the probes, cleans up, and still writes the report', () =>
  withLiveAccount({}, async ({ sandbox }) => {
    const out = await mkdtemp(join(tmpdir(), 'live-check-'));
    const env = { HUBSPOT_ACCESS_TOKEN: TOKEN, HUBSPOT_BASE_URL: sandbox.baseUrl };
    const { child, ended, printed } = runCheck(env, ['--yes', '--out', out]);
    while (!printed().includes('unchanged-value')) await new Promise((resolve) => setTimeout(resolve, 50));

    child.kill('SIGINT');
    const { code } = await ended;

    expect(code).toBe(2);
    expect(leftIn(sandbox.portal.dump())).toEqual([]);
    expect(await readFile(join(out, 'report.md'), 'utf8')).toContain('Ended early: interrupted');
    await rm(out, { recursive: true });
  }));
