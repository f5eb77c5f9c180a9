import { fleetSettings, terminalSettings } from '../config/environment.ts';
import { DEFAULT_TRANSPORT } from '../crm/client/client.ts';
import { main } from './main.ts';
import { EXIT, isReaderGone } from './terminal.ts';

const { stdout, stderr } = process;
// A reader that has gone away, as `head` does, is no error. A full disk is one.
stdout.on('error', (error: Error) => {
  if (!isReaderGone(error)) stderr.write(`The output cannot be written: ${error.message}.\n`);
  process.exit(isReaderGone(error) ? EXIT.done : EXIT.bug);
});
stderr.on('error', () => undefined);
process.exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  onInterrupt: (listener) => {
    process.once('SIGINT', listener);
    return () => process.off('SIGINT', listener);
  },
  readAccess: terminalSettings,
  readServer: fleetSettings,
  transport: DEFAULT_TRANSPORT,
  now: () => new Date(),
});
// A call that HubSpot left hanging would keep the process alive for minutes. Printed text is flushed first.
stdout.write('', () => process.exit());
