import { CLEARANCES, CLEARANCE_LABELS } from '../../icp/clearance.ts';
import { LANES, LANE_LABELS } from '../../icp/lanes.ts';
import {
  ACTION_TEXTS,
  INPUT_TEXTS,
  OUTPUT_LABELS,
  TASK_MADE_LABEL,
  TASK_NOT_NEEDED_LABEL,
} from '../../messages/actions.ts';

export type ActionName = keyof typeof ACTION_TEXTS;

/** A field of a workflow action, with HubSpot's names of types. */
interface ActionField {
  name: string;
  label: string;
  type: 'string' | 'number' | 'enumeration' | 'date';
  fieldType: 'text' | 'textarea' | 'number' | 'select' | 'date';
  options?: readonly { value: string; label: string }[];
  /** The options are the owners of the portal. */
  isOwner?: true;
}

export interface ActionInput extends ActionField {
  description: string;
  isRequired?: true;
}

/** A workflow action as HubSpot shows it. Projects and HubSpot's API of definitions are written from it. */
export interface ActionDefinition {
  name: ActionName;
  actionName: string;
  description: string;
  card: string;
  inputs: readonly ActionInput[];
  outputs: readonly ActionField[];
}

type OutputName = keyof typeof OUTPUT_LABELS;

const text = (name: OutputName): ActionField => ({
  ...{ name, label: OUTPUT_LABELS[name], type: 'string', fieldType: 'textarea' },
});
const choice = (name: OutputName, options: ActionField['options'] = []): ActionField => ({
  ...{ name, label: OUTPUT_LABELS[name], type: 'enumeration', fieldType: 'select', options },
});
const MESSAGE = text('message');
const LANE = choice(
  'lane',
  [...LANES, 'undecided' as const].map((value) => ({ value, label: LANE_LABELS[value] })),
);
const CLEARANCE = choice(
  'clearance',
  CLEARANCES.map((value) => ({ value, label: CLEARANCE_LABELS[value] })),
);
const TASK = choice('task', [
  { value: 'made', label: TASK_MADE_LABEL },
  { value: 'not-needed', label: TASK_NOT_NEEDED_LABEL },
]);

const COMPANY: ActionInput = {
  ...{ name: 'company_id', type: 'string', fieldType: 'text' },
  ...INPUT_TEXTS.company_id,
};
const due = (texts: Pick<ActionInput, 'label' | 'description'>): ActionInput => ({
  ...{ name: 'due', type: 'date', fieldType: 'date' },
  ...texts,
});
const owner = (texts: Pick<ActionInput, 'label' | 'description'>): ActionInput => ({
  ...{ name: 'owner', type: 'enumeration', fieldType: 'select', isOwner: true },
  ...texts,
});
const QUARTER: ActionInput = {
  ...{ name: 'quarter', type: 'string', fieldType: 'text' },
  ...INPUT_TEXTS.quarter,
};

/** The workflow actions, in the order in which people read them. */
export const ACTION_DEFINITIONS: readonly ActionDefinition[] = [
  define('judge-partner', {
    inputs: [],
    outputs: [
      LANE,
      { name: 'total', label: OUTPUT_LABELS.total, type: 'number', fieldType: 'number' },
      CLEARANCE,
      text('next_step'),
      text('causes'),
    ],
  }),
  define('explain-lane', { inputs: [], outputs: [text('explanation')] }),
  define('ask-for-answers', {
    inputs: [due(INPUT_TEXTS.due_of_answers), owner(INPUT_TEXTS.owner)],
    outputs: [TASK, text('question')],
  }),
  define('request-review', {
    inputs: [{ ...due(INPUT_TEXTS.due), isRequired: true }, owner(INPUT_TEXTS.owner)],
    outputs: [TASK],
  }),
  define('propose-decision', {
    inputs: [{ ...owner(INPUT_TEXTS.decider), isRequired: true }, due(INPUT_TEXTS.due_of_decision), QUARTER],
    outputs: [TASK, text('place'), text('slots')],
  }),
];

function define(
  name: ActionName,
  { inputs, outputs }: Pick<ActionDefinition, 'inputs' | 'outputs'>,
): ActionDefinition {
  const { name: actionName, description, card } = ACTION_TEXTS[name];
  return {
    ...{ name, actionName, description, card },
    inputs: [...inputs, COMPANY],
    outputs: [...outputs, MESSAGE],
  };
}
