import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSandbox } from './open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const DAY = 86_400_000;
const FOLDER = join(__dirname, '../../../sandbox/hubspot');

test('history is written by moving the clock back before a record and forth between its writes', () =>
  withSandbox(async ({ call, pass }) => {
    pass(-30 * DAY);
    const { body } = await call('POST', COMPANIES, { properties: { city: 'Graz' } });
    pass(10 * DAY);
    const path = `${COMPANIES}/${String(body['id'])}`;
    await call('PATCH', path, { properties: { city: 'Linz' } });
    pass(20 * DAY);
    const later = await call('POST', COMPANIES, { properties: { city: 'Enns' } });

    const read = await call('GET', `${path}?propertiesWithHistory=city`);

    expect(read.body).toMatchObject({
      createdAt: '2026-08-02T12:00:00Z',
      updatedAt: '2026-08-12T12:00:00Z',
      propertiesWithHistory: {
        city: [{ timestamp: '2026-08-12T12:00:00Z' }, { timestamp: '2026-08-02T12:00:00Z' }],
      },
    });
    expect(later.body).toMatchObject({ createdAt: '2026-09-01T12:00:00Z' });
  }));

test('a record never goes back: its next write is a millisecond after the one before', () =>
  withSandbox(async ({ call, pass }) => {
    const { body } = await call('POST', COMPANIES, { properties: { city: 'Graz' } });
    const path = `${COMPANIES}/${String(body['id'])}`;
    pass(-DAY);
    await call('PATCH', path, { properties: { city: 'Linz' } });
    await call('DELETE', path);

    const read = await call('GET', `${path}?archived=true&propertiesWithHistory=city`);

    expect(read.body).toMatchObject({
      archivedAt: '2026-09-01T12:00:00.002Z',
      propertiesWithHistory: {
        city: [{ timestamp: '2026-09-01T12:00:00.001Z' }, { timestamp: '2026-09-01T12:00:00Z' }],
      },
    });
  }));

test('a record from before is listed where it was created, and sorted where the clock stood', () =>
  withSandbox(async ({ call, pass }) => {
    await call('POST', COMPANIES, { properties: { name: 'now' } });
    pass(-DAY);
    await call('POST', COMPANIES, { properties: { name: 'yesterday' } });

    const listed = await call('GET', COMPANIES);
    const sorted = await call('POST', `${COMPANIES}/search`, { sorts: ['createdate'] });

    expect(listed.body).toMatchObject({ results: [{ properties: { name: 'now' } }, {}] });
    expect(sorted.body).toMatchObject({ results: [{ properties: { name: 'yesterday' } }, {}] });
  }));

test('the clock of an account is the only one in there', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  const readers = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      /Date\.now|new Date\(\)|performance\./.test(readFileSync(join(FOLDER, file), 'utf8')),
  );

  // the default of the option
  expect(readers).toEqual(['start-sandbox-crm.ts']);
});
