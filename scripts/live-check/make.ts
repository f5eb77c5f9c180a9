import { listAt, textAt } from './answer.ts';
import type { Live } from './live.ts';
import { COMPANIES, DEALS, LABELS, OBJECTS, PIPELINES, PROPERTIES, SCHEMAS } from './paths.ts';

/** Makes a company. @returns its id */
export function makeCompany(live: Live, word: string, properties: object = {}): Promise<string> {
  return makeRecord(live, COMPANIES, { name: live.name(word), ...properties });
}

/** Makes a deal. @returns its id */
export function makeDeal(live: Live, word: string, properties: object = {}): Promise<string> {
  return makeRecord(live, DEALS, { dealname: live.name(word), ...properties });
}

/** @param path of the object type */
export async function makeRecord(
  live: Live,
  path: string,
  properties: object,
  associations: readonly object[] = [],
): Promise<string> {
  return textAt(await createRecord(live, path, properties, associations), 'id');
}

/** @param path of the object type @returns the response to the create */
export async function createRecord(
  live: Live,
  path: string,
  properties: object,
  associations: readonly object[] = [],
): Promise<unknown> {
  const body = await live.need('POST', path, { properties, associations });
  live.ledger.add('record', `${path}/${textAt(body, 'id')}`);
  return body;
}

/** The body of a company property: a text unless `shape` says otherwise. */
export function propertyBody(live: Live, word: string, shape: object = {}): object {
  const [name, label] = [live.key(word), live.name(word)];
  return { name, label, type: 'string', fieldType: 'text', groupName: 'companyinformation', ...shape };
}

export const optionsOf = (values: readonly string[]) =>
  values.map((value, displayOrder) => ({ value, label: value, displayOrder, hidden: false }));

/** Makes a company property. @returns its name */
export async function makeProperty(live: Live, word: string, shape: object = {}): Promise<string> {
  await live.need('POST', PROPERTIES, propertyBody(live, word, shape));
  live.ledger.add('property', `${PROPERTIES}/${live.key(word)}`);
  return live.key(word);
}

const STAGES = ['Sourced', 'Launched'].map((label, displayOrder) => ({
  label,
  displayOrder,
  metadata: { probability: '0.5' },
}));

/** The body of a pipeline of two stages. */
export const pipelineBody = (live: Live, word: string) => ({
  label: live.name(word),
  displayOrder: 90,
  stages: STAGES,
});

export interface Pipeline {
  readonly id: string;
  readonly stageIds: readonly string[];
}

export async function makePipeline(live: Live, word: string): Promise<Pipeline> {
  const made = pipelineIn(await live.need('POST', PIPELINES, pipelineBody(live, word)));
  live.ledger.add('pipeline', `${PIPELINES}/${made.id}`);
  return made;
}

export const pipelineIn = (body: unknown): Pipeline => ({
  id: textAt(body, 'id'),
  stageIds: listAt(body, 'stages').map((stage) => textAt(stage, 'id')),
});

/** Makes a label between deals and companies. @returns its type id */
export async function makeLabel(live: Live, word: string): Promise<number> {
  const label = live.name(word);
  await live.need('POST', LABELS, { name: live.key(word), label });
  const labels = listAt(await live.need('GET', LABELS), 'results');
  const typeId = textAt(
    labels.find((type) => textAt(type, 'label') === label),
    'typeId',
  );
  live.ledger.add('label', `${LABELS}/${typeId}`);
  return Number(typeId);
}

/** The body of a custom object with a title. */
export const schemaBody = (live: Live, word: string, title: object = {}) => ({
  name: live.key(word),
  labels: { singular: live.name(word), plural: live.name(`${word}s`) },
  primaryDisplayProperty: 'title',
  requiredProperties: ['title'],
  searchableProperties: ['title'],
  secondaryDisplayProperties: [],
  associatedObjects: ['COMPANY'],
  properties: [{ name: 'title', label: 'Title', type: 'string', fieldType: 'text', ...title }],
});

export interface Schema {
  readonly typeId: string;
  readonly fullName: string;
  /** Of its records. */
  readonly path: string;
}

/** @param title what its property is beside a text */
export async function makeSchema(live: Live, word: string, title: object = {}): Promise<Schema> {
  const body = await live.need('POST', SCHEMAS, schemaBody(live, word, title));
  const typeId = textAt(body, 'objectTypeId');
  live.ledger.add('schema', `${SCHEMAS}/${typeId}`);
  return { typeId, fullName: textAt(body, 'fullyQualifiedName'), path: `${OBJECTS}/${typeId}` };
}
