import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { functionProject } from './function-project.ts';

const EXECUTOR = join(__dirname, '../../../sandbox/functions/function-executor.ts');

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each([
  ['waits', 'await new Promise(() => undefined);'],
  ['loops', 'for (;;);'],
])('a function that %s does not outlive a host that is killed', async (_, rest) => {
  const project = await functionProject({ stay: `console.log(process.pid); ${rest}` });
  const options = { projectFolder: project.folder, environment: { PRIVATE_APP_ACCESS_TOKEN: 't' } };
  const host = spawn(process.execPath, [
    ...['--import', 'tsx', '--input-type=module', '-e'],
    `import { startFunctionExecutor } from ${JSON.stringify(EXECUTOR)};
     const executor = await startFunctionExecutor({ ...${JSON.stringify(options)}, log: console.log });
     await executor.call('stay');`,
  ]);
  const [line] = (await once(createInterface({ input: host.stdout }), 'line')) as [string];
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);

  host.kill('SIGKILL');
  for (let waited = 0; waited < 60_000 && isAlive(pid); waited += 50) await sleep(50);

  expect(isAlive(pid)).toBe(false);
  await project.remove();
});
