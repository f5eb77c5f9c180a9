import { terminalSettings } from '../config/environment.ts';
import { DEFAULT_TRANSPORT } from '../crm/client/client.ts';
import { main } from './main.ts';

const { stdout, stderr } = process;
process.exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  readAccess: terminalSettings,
  transport: DEFAULT_TRANSPORT,
  now: () => new Date(),
});
// A call that HubSpot left hanging would keep the process alive for minutes. Printed text is flushed first.
stdout.write('', () => process.exit());
