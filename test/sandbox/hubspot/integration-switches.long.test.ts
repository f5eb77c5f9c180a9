import { BLOCKING, INTEGRATION_SWITCHES } from './integration-switches.ts';
import { withIntegrations } from './open-integrations-sandbox.ts';
import { withReceiver } from './open-receiver.ts';

const settings = INTEGRATION_SWITCHES.flatMap(([name, setup, show, expected]) =>
  expected.map(([setting, shown]) => ({ name, setup, setting, show, shown })),
);

test.each(settings)(
  'the switch $name does what it says at $setting',
  ({ name, setup, setting, show, shown }) =>
    withReceiver(
      () => BLOCKING,
      (receiver) =>
        withIntegrations({ ...setup, switches: { [name]: setting } }, async (sandbox) => {
          expect({ shown: await show(sandbox, receiver) }).toMatchObject({ shown });
        }),
    ),
);
