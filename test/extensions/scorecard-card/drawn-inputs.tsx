import { ToggleGroup } from '@hubspot/ui-extensions';
import { type RemoteChild, type RemoteRoot, KIND_COMPONENT, createRemoteRoot } from '@remote-ui/core';
import { createRoot } from '@remote-ui/react';
import { useSyncExternalStore } from 'react';

import { type Session, startSession } from '../../../extensions/scorecard-card/state/session.ts';
import { profileShown } from '../../../extensions/scorecard-card/state/type-choice.ts';
import { Count, Day } from '../../../extensions/scorecard-card/view/FactInputs.tsx';
import { ProseField } from '../../../extensions/scorecard-card/view/ProseField.tsx';
import { useInput } from '../../../extensions/scorecard-card/view/use-input.ts';
import { type Field, type FieldKind, fieldsOf } from '../../../src/icp/fields.ts';
import type { Company } from './company-in-portal.ts';
import { serveFunction } from './serve-function.ts';

/**
 * What HubSpot's page may do with the value that a card gives an input, beside what a person typed into it. Which it does
 * is not documented.
 *
 * - `follows`: shows every new value at once
 * - `follows-when-left`: shows a new value once the person has left the input
 * - `never-follows`: reads the value once, when the input is made
 */
export const HOSTS = ['follows', 'follows-when-left', 'never-follows'] as const;
export type Host = (typeof HOSTS)[number];

/** An input on HubSpot's page, with what it shows. */
interface OnPage {
  id: string;
  props: Readonly<Record<string, unknown>>;
  given: unknown;
  shown: unknown;
  isFocused: boolean;
}

/** Every keystroke, click and drawing is done before the next one. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** The inputs of all fields of one company's scorecard, without the rest of the card, on a page of HubSpot. */
export async function drawInputs(company: Company, host: Host) {
  const fn = serveFunction(company.answer);
  const alerts: { type: string; message: string }[] = [];
  const session = startSession({
    companyId: company.id,
    by: 'ana@example.com',
    run: { user: '1', session: 'drawn', after: () => () => undefined, now: () => new Date(0) },
    host: { addAlert: (alert) => alerts.push(alert), refreshObjectProperties: () => undefined },
  });
  await session.load();
  const root = createRemoteRoot(() => undefined);
  createRoot(root).render(<Inputs session={session} />);
  void root.mount();
  await settled();

  const page = new Map<string, OnPage>();
  const draw = () => {
    const found = new Map(inputsIn(root.children).map(({ id, props }) => [id, props]));
    for (const id of page.keys()) if (!found.has(id)) page.delete(id);
    for (const [id, props] of found) page.set(id, drawn(id, page.get(id), props, host));
  };
  const input = (name: string): OnPage => {
    draw();
    const one = [...page.values()].find(({ props }) => props['name'] === name);
    if (one === undefined) throw new Error(`there is no input ${name}`);
    return one;
  };
  const tell = (one: OnPage, event: string, value: unknown) => {
    (one.props[event] as ((value: unknown) => void) | undefined)?.(value);
    return settled();
  };
  return {
    session,
    fn,
    alerts,
    /** The input as it is on the page now; what it tells later still arrives. */
    input,
    tell,
    /** Types at the end of what the input shows. */
    type: async (name: string, letters: string) => {
      const one = input(name);
      one.isFocused = true;
      one.shown = `${one.shown as string}${letters}`;
      await tell(one, 'onInput', one.shown);
    },
    leave: async (name: string) => {
      const one = input(name);
      if (!one.isFocused) return;
      await tell(one, 'onChange', one.shown);
      one.isFocused = false;
      draw();
    },
    pick: async (name: string, value: unknown) => {
      const one = input(name);
      one.shown = value;
      await tell(one, 'onChange', value);
    },
    /** What the input of a field shows. */
    shownIn: (name: string) => input(name).shown,
    /** What the inputs show, by name of the field. */
    shown: () => {
      draw();
      return new Map([...page.values()].map(({ props, shown }) => [props['name'] as string, shown]));
    },
    settled,
  };
}

function drawn(id: string, before: OnPage | undefined, props: OnPage['props'], host: Host): OnPage {
  const given = 'value' in props ? props['value'] : undefined;
  if (before === undefined) return { id, props, given, shown: given, isFocused: false };
  const isNew = JSON.stringify(before.given) !== JSON.stringify(given);
  if (host === 'never-follows') return { ...before, props, given };
  if (host === 'follows') return { ...before, props, given, shown: isNew ? given : before.shown };
  // the value given while the person types is shown afterwards
  return { ...before, props, given, shown: before.isFocused ? before.shown : given };
}

function inputsIn(children: readonly RemoteChild<RemoteRoot>[]): { id: string; props: OnPage['props'] }[] {
  return children.flatMap((child) => {
    if (child.kind !== KIND_COMPONENT) return [];
    const props = child.props as OnPage['props'];
    const own = 'name' in props ? [{ id: child.id, props }] : [];
    return [...own, ...inputsIn(child.children)];
  });
}

const DRAWN: readonly FieldKind[] = ['prose', 'count', 'date', 'rating', 'state'];

function Inputs({ session }: { session: Session }) {
  const state = useSyncExternalStore(session.subscribe, session.read);
  if (state.phase !== 'ready') return null;
  return fieldsOf(profileShown(state))
    .filter(({ kind }) => DRAWN.includes(kind))
    .map((field) => <OneInput key={field.name} field={field} session={session} />);
}

function OneInput({ field: { name, label, kind }, session }: { field: Field; session: Session }) {
  const common = { name, label, session };
  switch (kind) {
    case 'prose':
      return <ProseField {...common} description="" />;
    case 'count':
      return <Count {...common} />;
    case 'date':
      return <Day {...common} />;
    default:
      return <Choice {...common} />;
  }
}

function Choice({ name, label, session }: { name: string; label: string; session: Session }) {
  const { value, revision } = useInput(session, name);
  return (
    <ToggleGroup
      key={revision}
      toggleType="radioButtonList"
      name={name}
      label={label}
      options={[]}
      value={String(value ?? 'unknown')}
      onChange={(text) =>
        session.edit(name, /^\d$/.test(text) ? Number(text) : text === 'unknown' ? null : text)
      }
    />
  );
}
