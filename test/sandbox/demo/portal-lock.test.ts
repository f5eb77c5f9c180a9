import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPortalFile } from '../../../sandbox/demo/portal-file.ts';
import { StartRefused } from '../../../sandbox/demo/start-options.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  file = join(folder, 'portal.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A lock as a process leaves it that was killed; its id belongs to another process by now. */
const leftBehind = (port: number, host = hostname()) =>
  writeFileSync(`${file}.lock`, JSON.stringify({ pid: process.pid, host, port, nonce: 'gone' }));

test('a second process on a file is refused with what to do, until the first one ends', async () => {
  const first = await openPortalFile(file);

  const second = openPortalFile(file);

  await expect(second).rejects.toThrow(
    `${file} is in use by process ${process.pid}. End that one first, or name another file with --data.`,
  );
  await expect(second).rejects.toBeInstanceOf(StartRefused);
  first.release();
  (await openPortalFile(file)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a file is one file by whichever name it is opened', async () => {
  writeFileSync(file, '{}');
  const other = join(folder, 'link.json');
  symlinkSync(file, other);
  const first = await openPortalFile(other);

  await expect(openPortalFile(file)).rejects.toThrow('is in use');

  await first.save({ version: 1 });
  expect(readFileSync(file, 'utf8')).toBe('{"version":1}\n');
  first.release();
});

test('the lock of a crashed process is replaced, also where its process id was given out again', async () => {
  leftBehind(await freePort());

  (await openPortalFile(file)).release();

  expect(readdirSync(folder)).toEqual([]);
});

test('a lock whose port belongs to another service by now is replaced', async () => {
  const { server, port } = await listen((socket) => socket.end('220 welcome'));
  leftBehind(port);

  (await openPortalFile(file)).release();

  server.close();
});

test.each([
  ['of another machine', () => leftBehind(1, 'elsewhere'), /process \d+ on elsewhere\./],
  ['that cannot be read', () => writeFileSync(`${file}.lock`, ''), /another process\./],
])('a lock %s is not judged: the refusal says what to delete', async (_, leave, who) => {
  leave();

  const refused = openPortalFile(file);

  await expect(refused).rejects.toThrow(who);
  await expect(refused).rejects.toThrow(`If it ended already, delete ${file}.lock.`);
  expect(readdirSync(folder)).toEqual(['portal.json.lock']);
});

test('of many that find the lock of a crashed process, one gets the file', async () => {
  for (let round = 0; round < 5; round += 1) {
    leftBehind(await freePort());

    const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openPortalFile(file)));

    const files = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const saved = await Promise.allSettled(files.map((one) => one.save({ version: 1 })));
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of files) one.release();
  }
});

test('a process whose file was taken over writes nothing more', async () => {
  const first = await openPortalFile(file);
  rmSync(`${file}.lock`);
  const second = await openPortalFile(file);
  await second.save({ version: 1 });

  await expect(first.save({ version: 2 })).rejects.toThrow('took');

  first.release();
  expect(readFileSync(file, 'utf8')).toBe('{"version":1}\n');
  expect(readdirSync(folder)).toContain('portal.json.lock');
  second.release();
});

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  await new Promise((closed) => server.close(closed));
  return port;
}

function listen(answer?: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  return new Promise((done) => {
    const server = createServer(answer);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done({ server, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });
}
