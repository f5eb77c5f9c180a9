import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import type { HttpAnswer, OpenSandbox } from './open-sandbox.ts';

/** A switch, the answer that shows it, and what that answer is at each setting. */
export type ShownSwitch = {
  [Name in keyof Switches]: readonly [
    Name,
    (call: OpenSandbox['call'], crm: OpenSandbox['crm']) => Promise<HttpAnswer>,
    readonly (readonly [Switches[Name], object])[],
  ];
}[keyof Switches];
