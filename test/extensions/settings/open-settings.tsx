import { Button, Input, LoadingButton, Select, Tabs, Tag, Text, TextArea } from '@hubspot/ui-extensions';
import { Alert, StatusTag } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';

import { Settings } from '../../../extensions/settings/Settings.tsx';
import type { OpenParts } from '../../../extensions/settings/view/parts.tsx';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import type { Portal } from '../../portal.ts';
import { type Answer, serveFunction } from '../scorecard-card/serve-function.ts';
import { textIn } from '../text-in.ts';

/** The app's function as it answers in a portal. */
export function answerIn({ context }: Portal, other: Partial<Context> = {}): Answer {
  return async (call) =>
    JSON.parse(JSON.stringify(await answerCall(() => ({ ...context, ...other }), call))) as unknown;
}

interface SettingsOptions {
  by?: string;
  userId?: number;
  /** Of the private edition when left out. */
  parts?: OpenParts;
}

/** What is to be done later is done when a test says so. */
export function manualAlarms() {
  const set = new Map<number, { ms: number; act: () => void }>();
  let made = 0;
  return {
    after: (ms: number, act: () => void) => {
      const id = ++made;
      set.set(id, { ms, act });
      return () => void set.delete(id);
    },
    /** After how many milliseconds each one rings. */
    waiting: () => [...set.values()].map(({ ms }) => ms),
    ring: () => {
      const due = [...set.values()];
      set.clear();
      for (const { act } of due) act();
    },
  };
}

/** Renders the settings page as HubSpot's renderer does, with the acts of a person. */
export function renderSettings(answer: Answer, options: SettingsOptions = {}) {
  const { by = 'ann@example.com', userId = 7, parts } = options;
  const alarms = manualAlarms();
  const fn = serveFunction(answer);
  const renderer = createRenderer('settings');
  const { find, findAll, maybeFind, mocks } = renderer;
  const user = { ...mocks.context.user, email: by, id: userId };
  const portal = { ...mocks.context.portal, timezone: 'Etc/UTC' };
  renderer.render(
    <Settings
      context={{ ...mocks.context, user, portal }}
      actions={mocks.actions}
      now={() => new Date('2026-11-27T14:03:00Z')}
      after={alarms.after}
      {...(parts && { parts })}
    />,
  );
  // without a limit of its own: how fast the answers come is up to the machine
  const waitFor = (check: () => void) => renderer.waitFor(check, { timeoutInMs: 0 });
  const buttons = () => [...findAll(Button), ...findAll(LoadingButton)];
  const button = (text: string, nth = 0) => {
    const found = buttons().filter((each) => textIn(each) === text)[nth];
    if (found === undefined) throw new Error(`there is no button "${text}"`);
    return found;
  };
  const input = (name: string) => maybeFind(Input, { name }) ?? find(TextArea, { name });
  const words = () =>
    [
      ...[...findAll(Text), ...findAll(Tag), ...findAll(StatusTag), ...findAll(Alert)].map(textIn),
      ...findAll(Alert).map(({ props }) => props.title),
    ].join(' ¦ ');
  return {
    ...renderer,
    fn,
    alarms,
    waitFor,
    words,
    button,
    hasButton: (text: string) => buttons().some((each) => textIn(each) === text),
    click: (text: string, nth?: number) => {
      button(text, nth).trigger('onClick');
    },
    openType: (type: PartnerType) => {
      button(partnerTypeLabel(type)).trigger('onClick');
    },
    /** What a button opens over the page. */
    overlayOf: (text: string) => {
      const { overlay } = button(text).props;
      if (!overlay) throw new Error(`the button "${text}" opens nothing`);
      return {
        press: (inside: string) => {
          overlay.find(Button, (each) => textIn(each) === inside).trigger('onClick');
        },
        type: (name: string, typed: string) => overlay.find(TextArea, { name }).props.onInput?.(typed),
      };
    },
    openTab: (id: string) => {
      (find(Tabs).props.onSelectedChange as (id: string) => void)(id);
    },
    type: (name: string, text: string) => {
      input(name).props.onInput?.(text);
      input(name).props.onChange?.(text);
    },
    inputOf: input,
    valueOf: (name: string) => input(name).props.value,
    faultOf: (name: string) => input(name).props.validationMessage,
    choose: (name: string, value: string) => {
      find(Select, { name }).props.onChange?.(value);
    },
    alerts: () => findAll(Alert).map(({ props }) => props.title),
    sees: (pattern: RegExp) =>
      waitFor(() => {
        if (!pattern.test(words())) throw new Error(`not yet: ${String(pattern)} in ${words()}`);
      }),
  };
}

/** The page once the policy is there. */
export async function openSettings(answer: Answer, options?: SettingsOptions) {
  const page = renderSettings(answer, options);
  await page.waitFor(() => void page.find(Tabs));
  return page;
}
