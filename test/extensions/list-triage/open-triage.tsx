import {
  Button,
  Checkbox,
  ProgressBar,
  Select,
  TableCell,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { CrmSearchResponse, FetchCrmSearchRequest } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';

import { ListTriage } from '../../../extensions/list-triage/ListTriage.tsx';
import type { Panes } from '../../../extensions/list-triage/view/panes.tsx';
import { byProperty } from '../../../src/crm/property-names.ts';
import { encodeVerdict } from '../../../src/crm/verdict-fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Ratings } from '../../../src/icp/ratings.ts';
import { EMPTY_SCORECARD } from '../../../src/icp/scorecard.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { verdict } from '../../../src/icp/verdict.ts';
import { textIn } from '../text-in.ts';

type Stored = Record<string, string | null>;

/** A company as HubSpot's search gives it. */
export interface Company {
  objectId: number;
  properties: Stored;
}

/** A scored company. @param rest further properties, which win */
export function partner(
  objectId: number,
  name: string,
  ratings: Ratings,
  rest: Stored = {},
  type: PartnerType = 'technology',
): Company {
  const profile = SHIPPED_PROFILES.find((shipped) => shipped.type === type);
  if (profile === undefined) throw new Error(`no profile of ${type}`);
  const judged = verdict({ ...EMPTY_SCORECARD, type, ratings }, profile, '2026-11-22');
  const answers = Object.entries(ratings).map(([key, rating]) => [key, rating?.toString() ?? null]);
  const properties = {
    ...byProperty(encodeVerdict(judged)),
    ...byProperty(Object.fromEntries(answers) as Stored),
    ...{ name, ipp_partner_type: type, ipp_profile_version: `${type}@0`, ...rest },
  };
  return { objectId, properties };
}

/** A company that nobody scored, in a portal that has our properties. */
export function unscored(objectId: number): Company {
  return { objectId, properties: { name: `Company ${objectId}`, ipp_lane: null } };
}

/** What HubSpot finds of ids: null while it loads. */
type Answer = (ids: readonly string[]) => Company[] | Error | null;

interface Options {
  selected?: readonly number[];
  objectTypeId?: string;
  answer?: Answer;
  /** Companies of a page. */
  pageSize?: number;
  copyText?: (text: string) => Promise<void>;
  /** Whether it is looked at while it loads. */
  isLoading?: boolean;
  /** What the edition offers; the private one when left out. */
  panes?: Panes;
  /** The address of who is signed in. */
  by?: string;
}

/** Stands in for HubSpot below its own hook, which does not know that it is tested. */
function serveSearch(search: (request: FetchCrmSearchRequest) => Promise<CrmSearchResponse>) {
  const fetchCrmSearch = async (request: FetchCrmSearchRequest) => {
    const body = await search(request).then(
      (data) => ({ data }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    );
    return { json: () => Promise.resolve(body) };
  };
  Object.assign(globalThis, {
    self: globalThis,
    __HUBSPOT_EXTENSION_WORKER__: true,
    hsWorkerAPI: { fetchCrmSearch },
  });
}

/** Opens the panel over companies, as HubSpot's renderer does, with the acts of a person. */
export async function openTriage(companies: readonly Company[], options: Options = {}) {
  const { pageSize = 100, objectTypeId = '0-2', copyText, isLoading = false, panes, by = '' } = options;
  const selected = options.selected ?? companies.map(({ objectId }) => objectId);
  const answer: Answer =
    options.answer ?? ((ids) => companies.filter(({ objectId }) => ids.includes(String(objectId))));
  const renderer = createRenderer('crm.bulkActions');
  const { findAll, find, maybeFind, mocks } = renderer;
  const requests: FetchCrmSearchRequest[] = [];
  const copied: string[] = [];
  const closed: string[] = [];
  let reloads = 0;
  serveSearch((request) => {
    requests.push(request);
    const ids = (request.filterGroups?.[0]?.filters[0]?.values ?? []).map(String);
    const answered = answer(ids);
    if (answered === null) return new Promise(() => undefined);
    if (answered instanceof Error) return Promise.reject(answered);
    const start = Number(request.after ?? 0);
    const end = start + pageSize;
    const hasMore = answered.length > end;
    return Promise.resolve({
      ...{ results: answered.slice(start, end), total: answered.length, hasMore },
      ...(hasMore && { after: String(end) }),
    });
  });
  renderer.render(
    <ListTriage
      context={{
        ...mocks.context,
        crm: { objectTypeId, objectIds: [...selected] },
        user: { ...mocks.context.user, email: by },
      }}
      {...(panes !== undefined && { panes })}
      actions={{
        reloadPage: () => {
          reloads += 1;
        },
        closeOverlay: (id) => closed.push(id),
        copyTextToClipboard:
          copyText ??
          ((text) => {
            copied.push(text);
            return Promise.resolve();
          }),
      }}
    />,
  );
  // without a limit of its own: how fast it draws is up to the machine
  const waitFor = (check: () => void) => renderer.waitFor(check, { timeoutInMs: 0 });
  await waitFor(() => {
    if (!isLoading && maybeFind(ProgressBar) !== null) throw new Error('it still reads');
  });
  const rows = () =>
    findAll(TableRow)
      .map((row) => row.findAll(TableCell).map(textIn))
      .filter((row) => row.length === 5);
  const comparisons = () => findAll(Button).filter((button) => textIn(button).startsWith('Side by side'));
  const comparison = () => {
    const overlay = comparisons()[0]?.props.overlay;
    if (!overlay) throw new Error('no comparison is offered');
    return overlay;
  };
  return {
    ...renderer,
    waitFor,
    copied,
    reloads: () => reloads,
    closed,
    requests,
    rows,
    names: () => rows().map(([, name = '']) => name.replace(/\s*(Technology partner|Reseller).*$/s, '')),
    words: () => findAll(Text).map(textIn).join(' ¦ '),
    progress: () => maybeFind(ProgressBar)?.props,
    /** The buttons that open a comparison over the panel. */
    comparisons,
    /** Rows of the comparison that the first of these buttons opens. */
    compared: () =>
      comparison()
        .findAll(TableRow)
        .map((row) => row.findAll(TableCell).map(textIn))
        .filter((row) => row.length > 0),
    comparedWords: () => comparison().findAll(Text).map(textIn).join(' ¦ '),
    closeComparison: () => comparison().find(Button).trigger('onClick'),
    sort: (label: string, direction: 'ascending' | 'descending') => {
      const header = findAll(TableHeader).find((each) => textIn(each) === label);
      const { onSortChange } = header?.props as { onSortChange: (direction: string) => void };
      onSortChange(direction);
    },
    choose: (filter: string, value: string) => find(Select, { name: filter }).props.onChange?.(value),
    choices: (filter: string) => maybeFind(Select, { name: filter })?.props.options.map(({ label }) => label),
    tick: (id: number, isTicked = true) =>
      find(Checkbox, { name: String(id) }).props.onChange?.(isTicked, String(id)),
    click: (label: string) => find(Button, (button) => textIn(button) === label).trigger('onClick'),
  };
}
