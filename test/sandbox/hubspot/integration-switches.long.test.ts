import { BLOCKING, EDGE_SWITCHES } from './integration-switches.ts';
import { withEdges } from './open-integrations-sandbox.ts';
import { withReceiver } from './open-receiver.ts';

const settings = EDGE_SWITCHES.flatMap(([name, setup, show, expected]) =>
  expected.map(([setting, shown]) => ({ name, setup, setting, show, shown })),
);

test.each(settings)(
  'the switch $name does what it says at $setting',
  ({ name, setup, setting, show, shown }) =>
    withReceiver(
      () => BLOCKING,
      (receiver) =>
        withEdges({ ...setup, switches: { [name]: setting } }, async (sandbox) => {
          expect({ shown: await show(sandbox, receiver) }).toMatchObject({ shown });
        }),
    ),
);
