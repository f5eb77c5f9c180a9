// What the workflow actions say: in HubSpot's editor, in the outputs, and in the tasks that they make.

interface ActionTexts {
  name: string;
  /** What it does, for people who choose an action and for AI agents. */
  description: string;
  /** On the card of the action inside a workflow. */
  card: string;
}

export const ACTION_TEXTS = {
  'judge-partner': {
    name: 'Judge partner',
    description:
      'Judges the company by its scorecard and gives lane, total, clearance, next step and causes. Where the company shows a verdict that does not follow from its scorecard, it is repaired. It rates nothing and checks nothing.',
    card: 'Judge the partner by its scorecard',
  },
  'explain-lane': {
    name: 'Explain lane',
    description:
      'Gives one paragraph that says which lane the company has as a partner, why, and what to do next. It writes nothing.',
    card: 'Explain the lane of the partner',
  },
  'ask-for-answers': {
    name: 'Ask for answers',
    description:
      'Makes a task on the company that lists the questions without an answer and the evidence that is missing, the question to ask next first. Where nothing is missing it makes none. It answers no question.',
    card: 'Ask for the missing answers about the partner',
  },
  'request-review': {
    name: 'Request review',
    description:
      'Makes a task on the company to review the partner until a day. It notes no review: that is done by a person on the card.',
    card: 'Request a review of the partner, due {{due}}',
  },
  'propose-decision': {
    name: 'Propose a decision',
    description:
      'Makes a task for a person to decide about the partner, with its place among the partners that wait for a decision and the Deep slots of the quarter. It decides nothing.',
    card: 'Propose to {{owner}} to decide about the partner',
  },
} as const satisfies Record<string, ActionTexts>;

interface FieldTexts {
  label: string;
  description: string;
}

/** What people, or agents, fill in. */
export const INPUT_TEXTS = {
  company_id: {
    label: 'Company record ID',
    description:
      'Only for AI agents: the ID of the company record. Leave it empty in a workflow, which runs for the enrolled company.',
  },
  due: { label: 'Due date', description: 'The day until which the review is due.' },
  due_of_answers: {
    label: 'Due date',
    description: 'The day until which the answers are due. Empty: in 7 days.',
  },
  due_of_decision: {
    label: 'Due date',
    description: 'The day until which the decision is due. Empty: in 7 days.',
  },
  owner: { label: 'For', description: 'Who gets the task. Empty: the owner of the company.' },
  decider: { label: 'Who decides', description: 'The person who gets the task.' },
  quarter: {
    label: 'Quarter',
    description: 'The quarter of the decision, as 2027-Q1. Empty: the quarter of today.',
  },
} as const satisfies Record<string, FieldTexts>;

/** The labels of outputs. */
export const OUTPUT_LABELS = {
  lane: 'Lane',
  total: 'Total',
  clearance: 'Clearance for Deep',
  next_step: 'Next step',
  causes: 'Causes of the lane',
  explanation: 'Explanation',
  task: 'Task',
  question: 'Next question',
  place: 'Place',
  slots: 'Deep slots',
  message: 'Message',
} as const;

/** Options of the output "Task". */
export const TASK_MADE_LABEL = 'Made';
export const TASK_NOT_NEEDED_LABEL = 'Not needed';

export const NO_SUCH_ACTION = 'There is no such workflow action on this server.';
export const ACTION_POST_ONLY = 'Workflow actions are called by POST alone.';
export const ACTION_NOT_SIGNED =
  'The call does not carry a valid signature of HubSpot. If this stays, the client secret or PUBLIC_URL of the server is wrong.';
export const ACTION_ENVELOPE = 'The call is not of the form that HubSpot sends for a workflow action.';
export const notConnected = (url: string) =>
  `Partner ICP is not connected to this portal. Whoever may install apps connects it: ${url}`;
export const NO_COMPANY =
  'The call names no company. In a workflow of companies HubSpot names it; an agent gives the company record ID.';
export const TWO_COMPANIES =
  'The company record ID is of another company than the enrolled one. Leave it empty in a workflow.';
export const BAD_COMPANY_ID = 'Company record ID: give the ID of a company record, digits only.';
export const BAD_DUE = 'Due date: give an existing day, as YYYY-MM-DD.';
export const NO_DUE = 'Due date: say until which day.';
export const BAD_OWNER = 'Choose an owner of this portal, or leave it empty.';
export const NO_DECIDER = 'Who decides: choose an owner of this portal.';
export const BAD_QUARTER = 'Quarter: name one as 2027-Q1, or leave it empty.';
/** While an action goes on, where the app may not complete it later. */
export const STILL_WORKING = 'The action goes on. HubSpot asks again, and gets the answer then.';

export const judged = (headline: string) => `${headline}.`;
export const judgedAndRepaired = (headline: string) =>
  `${headline}. The company showed another verdict, and was repaired.`;
export const NOTHING_TO_JUDGE =
  'Nothing is rated yet, so there is no lane. Rate a question on the Partner ICP card.';
export const EDIT_LEFT =
  'The company shows another verdict, since somebody overwrote it, and the settings ask before that is repaired. Press "Update" on the Partner ICP card.';
/** @param hand "Lane was last set by ..." or why that is not known */
export const notRepaired = (most: number, hand: string) =>
  `The company shows another verdict, and was repaired ${most} times within an hour already: another automation keeps changing this (${hand}). Turn it off.`;

export const ANSWERS_COMPLETE = 'No answer and no evidence is missing.';
export const TASK_MADE = 'The task was made.';
export const TASK_THERE = 'The task was made already, by an earlier call of this execution.';
export const TASK_LOST =
  'HubSpot did not say whether it made the task. The same execution looks for it first when it runs again.';
/** @param reason HubSpot's own */
export const taskRefused = (reason: string) => `HubSpot did not make the task. ${reason}`;
/** The last line of a task, by which a repeat finds it. */
export const taskReference = (reference: string) => `Made by a workflow action, reference ${reference}.`;

export const answersSubject = (name: string) => `Find the missing answers about ${name} as a partner`;
export const askNext = (question: string) => `Ask next: ${question}`;
/** @param prompts questions as they can be asked */
export const promptsToAsk = (prompts: string) => `It can be asked so: ${prompts}`;
export const answersMissing = (questions: string) => `Not answered yet: ${questions}.`;
export const answersToConfirm = (questions: string) => `To be confirmed for this type: ${questions}.`;
export const evidenceToAdd = (questions: string) => `Evidence is missing for: ${questions}.`;
export const checksOpen = (checks: string) => `Checks that are open: ${checks}.`;
export const WRITE_ON_CARD = 'Write what you find on the Partner ICP card of the company.';

/** @param due "20 May 2027" */
export const requestedReviewSubject = (name: string, due: string) =>
  `Review ${name} as a partner, due ${due}`;
export const REQUESTED_REVIEW =
  'Open the Partner ICP card, go through the ratings, correct what changed, and save it as the yearly review.';

export const decisionSubject = (name: string, quarter: string) =>
  `Decide about ${name} as a partner for ${quarter}`;
/** @param of how many wait for a decision */
export const placeInQueue = (rank: number, of: number) => `Place ${rank} of ${of}`;
export const placeSentence = (place: string, quarter: string, why: string) =>
  `${place} of the partners without a decision in ${quarter}: ${why}`;
export const slotsSentence = (quarter: string, slots: string) => `Deep slots in ${quarter}: ${slots}.`;
/** @param decision "Go deep" */
export const decidedAlready = (decision: string, quarter: string) =>
  `It is decided already: ${decision} in ${quarter}. No task was made.`;
export const DECIDE_ON_CARD =
  'Nothing is decided by this task. Decide on the Partner ICP card of the company, under Decide.';
export const NOT_IN_SEARCH_YET =
  'HubSpot does not list this company among the scored ones yet: its search is some seconds behind. Try again in a minute.';
