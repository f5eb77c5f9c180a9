/** A rule: when a property of a record changes in this way, do that. */
export interface Rule {
  /** Empty for a rule that is not saved yet. */
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly when: Trigger;
  /** What else must hold, at the moment of the change. Records without it do not enrol. */
  readonly only?: Condition | undefined;
  /** Whether a record can enrol more than once. */
  readonly reEnrol: boolean;
  readonly then: Action;
}

/** Values as the CRM stores them; "" is no value. `changes`: to any value, not to none. */
export type Trigger = { readonly objectType: ObjectType; readonly property: string } & (
  { readonly becomes: string } | { readonly leaves: string } | { readonly changes: true }
);

/** Another property of the record has this value. */
export interface Condition {
  readonly property: string;
  readonly is: string;
}

/** A task belongs to the owner of the record and is associated to it. */
export type Action =
  | { readonly createTask: { readonly subject: string } }
  | { readonly setProperty: { readonly property: string; readonly value: string } }
  | { readonly callAction: CalledAction };

export const OBJECT_TYPES = ['companies', 'contacts', 'deals'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/** The result of one rule for one event. */
export interface LogEntry {
  readonly id: number;
  /** When the record changed; ISO 8601. */
  readonly at: string;
  readonly record: { readonly objectType: ObjectType; readonly id: string; readonly name: string };
  readonly property: string;
  readonly from: string;
  readonly to: string;
  readonly source: { readonly type: string; readonly label: string; readonly userId: number };
  readonly rule: { readonly id: string; readonly name: string };
  /** `waiting`: the app has not responded yet, is called again, or completes the action later. */
  readonly outcome: 'done' | 'failed' | 'skipped' | 'waiting';
  /** What was done, why it failed, or why it was skipped. */
  readonly sentence: string;
  /** Of a custom action. */
  readonly call?: CallLog;
}

/** The state of a call to a custom action. */
export interface CallLog {
  /** Oldest first; `at` is ISO 8601. */
  readonly attempts: readonly { readonly at: string; readonly text: string }[];
  /** The app's response, by output field. */
  readonly outputs: readonly { readonly name: string; readonly value: string }[];
}

/** The interface between the automation page and the rule engine. */
export interface Automation {
  readonly rules: () => readonly Rule[];
  /** Adds a rule without an id, else replaces the one with its id. */
  readonly saveRule: (rule: Rule) => Rule;
  readonly deleteRule: (id: string) => void;
  /** The custom actions that apps offer now. */
  readonly customActions: () => Promise<readonly CustomAction[]>;
  /** Newest first. */
  readonly log: () => readonly LogEntry[];
}

/** A custom workflow action of an app. */
export interface CustomAction {
  readonly appId: string;
  readonly definitionId: string;
  readonly label: string;
  /** The records that it takes. */
  readonly objectTypes: readonly ObjectType[];
  readonly fields: readonly ActionField[];
}

/** An input field of an action. */
export interface ActionField {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Whether it takes the value of a property of the record; otherwise a text. */
  readonly takesProperty: boolean;
  /** The allowed texts; any text when empty. */
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** An action and its inputs by field name. */
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

/** The text of an input: a text or the name of a property. */
export function inputText({ inputs }: CalledAction, { name }: ActionField): string {
  const input = inputs[name] ?? '';
  return typeof input === 'string' ? input : input.propertyName;
}
