import type { ObjectType } from '../workbench/pages/automation/automation.ts';

const OBJECTS = '/crm/objects/2026-09';
const DEADLINE = 10_000;

/** Source: HubSpot's table of association types, tasks to records. */
const TASK_TO: Readonly<Record<ObjectType, number>> = { companies: 192, contacts: 204, deals: 216 };

const NAME_PROPERTIES: Readonly<Record<ObjectType, readonly string[]>> = {
  companies: ['name'],
  contacts: ['firstname', 'lastname'],
  deals: ['dealname'],
};

export interface ReadRecord {
  readonly name: string;
  /** Empty for nobody. */
  readonly ownerId: string;
}

export interface CrmAccess {
  readonly read: (objectType: ObjectType, id: string) => Promise<ReadRecord>;
  /** The value of a property at a moment, by its history; "" for none. @param at milliseconds since 1970 */
  readonly valueAt: (objectType: ObjectType, id: string, name: string, at: number) => Promise<string>;
  readonly setProperty: (objectType: ObjectType, id: string, name: string, value: string) => Promise<void>;
  /** @param ownerId empty for a task of nobody */
  readonly createTask: (objectType: ObjectType, id: string, ownerId: string, task: NewTask) => Promise<void>;
}

export interface NewTask {
  readonly subject: string;
  readonly dueAt: Date;
}

/** The calls of rules, over HTTP like any other app. They throw an Error with the CRM's message. */
export function openCrmAccess(baseUrl: string, token: string): CrmAccess {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  async function ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${baseUrl}${OBJECTS}${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(DEADLINE),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = objectIn(await response.json().catch(() => ({})));
    if (response.ok) return answer;
    throw new Error(sentenceIn(answer) || `The CRM answered with status ${response.status}.`);
  }

  return {
    read: async (objectType, id) => {
      const names = NAME_PROPERTIES[objectType];
      const query = [...names, 'hubspot_owner_id'].join(',');
      const answer = await ask('GET', `/${objectType}/${id}?properties=${query}`);
      const values = objectIn(answer['properties']);
      const name = names.map((each) => textIn(values[each])).join(' ');
      return { name: name.trim(), ownerId: textIn(values['hubspot_owner_id']) };
    },
    valueAt: async (objectType, id, name, at) => {
      const answer = await ask(
        'GET',
        `/${objectType}/${id}?propertiesWithHistory=${encodeURIComponent(name)}`,
      );
      // newest first
      const entries = listIn(objectIn(answer['propertiesWithHistory'])[name]).map(objectIn);
      const standing = entries.find(({ timestamp }) => Date.parse(textIn(timestamp)) <= at);
      return textIn(standing?.['value']);
    },
    setProperty: async (objectType, id, name, value) => {
      await ask('PATCH', `/${objectType}/${id}`, { properties: { [name]: value } });
    },
    createTask: async (objectType, id, ownerId, { subject, dueAt }) => {
      const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: TASK_TO[objectType] }];
      await ask('POST', '/tasks', {
        properties: {
          hs_task_subject: subject,
          hs_task_status: 'NOT_STARTED',
          hs_task_type: 'TODO',
          hs_timestamp: dueAt.toISOString(),
          ...(ownerId === '' ? {} : { hubspot_owner_id: ownerId }),
        },
        associations: [{ to: { id }, types }],
      });
    },
  };
}

/** HubSpot's message can contain JSON with a message per value. Extracts those messages. */
function sentenceIn(answer: Record<string, unknown>): string {
  const message = textIn(answer['message']);
  const packed = [...message.matchAll(/"message":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
    textIn(JSON.parse(text)),
  );
  return packed.length === 0 ? message : packed.join('. ');
}

function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
