import type { ObjectType } from './automation.ts';

/** A custom workflow action of an app, as a rule may call it. */
export interface CustomAction {
  readonly appId: string;
  readonly definitionId: string;
  readonly label: string;
  /** The records that it takes. */
  readonly objectTypes: readonly ObjectType[];
  readonly fields: readonly ActionField[];
}

/** Something that the rule fills in. */
export interface ActionField {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** A property of the record, of which the value is sent; otherwise a text. */
  readonly takesProperty: boolean;
  /** The texts that it takes; any where there are none. */
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** An action and what the rule fills into its fields, by their names. */
export interface CalledAction extends Pick<CustomAction, 'appId' | 'definitionId' | 'label'> {
  readonly inputs: Readonly<Record<string, string | { readonly propertyName: string }>>;
}

export const NO_ACTION: CalledAction = { appId: '', definitionId: '', label: '', inputs: {} };

export function isCalled(
  { appId, definitionId }: Pick<CalledAction, 'appId' | 'definitionId'>,
  action: CustomAction,
): boolean {
  return action.appId === appId && action.definitionId === definitionId;
}

/** What a field of the action holds: a text or the name of a property. */
export function inputText({ inputs }: CalledAction, { name }: ActionField): string {
  const input = inputs[name] ?? '';
  return typeof input === 'string' ? input : input.propertyName;
}
