import { at, isDone, summaryOf, textAt } from '../answer.ts';
import {
  COMPANIES,
  DEALS,
  LABELS,
  NOBODY,
  OBJECTS,
  OWNERS,
  PIPELINES,
  PROPERTIES,
  SCHEMAS,
  TOKEN,
} from '../paths.ts';
import { assumption, guess, type Probe, row } from '../probe.ts';

const DATED = assumption('the dated paths of 2026-09 that the product uses are there');
const UNKNOWN_PATH = row('HTML with 404 for an unknown path');
const STRANGER = row('401 with INVALID_AUTHENTICATION for a missing or unknown token');
const UNKNOWN_TYPE = row('400 without category for an unknown object type or type id');
const UNKNOWN_RECORD = row('404 OBJECT_NOT_FOUND for an unknown record or property');
const SHAPES = row('shapes and statuses of schemas and their associations');
const BAD_CLIENT = guess(
  'badClientStatus',
  [400, 'the token endpoint answers 400 to an unknown client'],
  [401, 'it answers 401'],
);

export const PLATFORM_PROBES: readonly Probe[] = [
  {
    name: 'dated-paths',
    decides: [DATED, UNKNOWN_PATH],
    run: async (live, observe) => {
      const paths = [`${COMPANIES}?limit=1`, `${DEALS}?limit=1`, PROPERTIES, PIPELINES, LABELS];
      const missing = [];
      for (const path of paths) {
        const answer = await live.call('GET', path);
        if (!isDone(answer)) missing.push(`${path}: ${summaryOf(answer)}`);
      }
      const seen = missing.length === 0 ? `${paths.length} of ${paths.length} answer` : missing.join('; ');
      observe.fact(DATED, missing.length === 0, seen);
      const nowhere = await live.call('GET', '/crm/nowhere/2026-09/companies');
      const isPage = nowhere.status === 404 && typeof nowhere.body === 'string';
      observe.fact(UNKNOWN_PATH, isPage, `${summaryOf(nowhere)}, ${isPage ? 'a page' : 'no page'}`, nowhere);
    },
  },
  {
    name: 'owners-and-schemas',
    decides: [SHAPES],
    run: async (live, observe) => {
      const [owners, schemas] = [
        await live.call('GET', `${OWNERS}?limit=1`),
        await live.call('GET', SCHEMAS),
      ];
      const seen = `owners: ${summaryOf(owners)}; schemas: ${summaryOf(schemas)}`;
      const areLists = [owners, schemas].every(({ body }) => Array.isArray(at(body, 'results')));
      observe.fact(SHAPES, areLists, seen, schemas);
    },
  },
  {
    name: 'refusals',
    decides: [STRANGER, UNKNOWN_TYPE, UNKNOWN_RECORD],
    run: async (live, observe) => {
      const stranger = await live.call('GET', `${COMPANIES}?limit=1`, undefined, 'stranger');
      const isAsRecorded =
        stranger.status === 401 && textAt(stranger.body, 'category') === 'INVALID_AUTHENTICATION';
      observe.fact(STRANGER, isAsRecorded, summaryOf(stranger), stranger);
      const type = await live.call('GET', `${OBJECTS}/icplivecheck_nothing`);
      const isBare = type.status === 400 && at(type.body, 'category') === undefined;
      observe.fact(UNKNOWN_TYPE, isBare, summaryOf(type), type);
      const record = await live.call('GET', `${COMPANIES}/${NOBODY}`);
      const property = await live.call('GET', `${PROPERTIES}/icplivecheck_nothing`);
      const areUnknown = [record, property].every(
        ({ status, body }) => status === 404 && textAt(body, 'category') === 'OBJECT_NOT_FOUND',
      );
      const seen = `record: ${summaryOf(record)}; property: ${summaryOf(property)}`;
      observe.fact(UNKNOWN_RECORD, areUnknown, seen, record);
    },
  },
  {
    name: 'token-endpoint',
    decides: [BAD_CLIENT],
    run: async (live, observe) => {
      const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: '00000000-0000-0000-0000-000000000000',
        client_secret: '00000000-0000-0000-0000-000000000000',
        refresh_token: 'none',
      });
      const answer = await live.call('POST', TOKEN, form, 'nobody');
      const { status } = answer;
      observe.guess(
        BAD_CLIENT,
        status === 400 || status === 401 ? status : undefined,
        summaryOf(answer),
        answer,
      );
    },
  },
];
