import {
  Alert,
  Button,
  LoadingButton,
  StatusTag,
  Tabs,
  Text,
  TextArea,
  Tile,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';

import { ScorecardCard } from '../../../extensions/scorecard-card/ScorecardCard.tsx';
import type { TabId } from '../../../extensions/scorecard-card/view/tab-titles.ts';
import { checkFieldName } from '../../../src/icp/fields.ts';
import { PARTNER_TYPES, type PartnerType } from '../../../src/icp/partner-types.ts';
import type { Ratings } from '../../../src/icp/ratings.ts';
import type { CheckState } from '../../../src/icp/scorecard.ts';
import { textIn } from '../text-in.ts';
import { type Company, type Values, createCompany } from './company-in-portal.ts';
import { serveFunction } from './serve-function.ts';

/** Renders the card on a company's record as HubSpot's renderer does, with the acts of a person. */
export function renderCard(company: Company) {
  const fn = serveFunction(company.answer);
  const renderer = createRenderer('crm.record.tab');
  const { find, findAll, maybeFind, mocks } = renderer;
  const context = { ...mocks.context, crm: { ...mocks.context.crm, objectId: Number(company.id) } };
  renderer.render(<ScorecardCard context={context} actions={mocks.actions} />);
  // without a limit of its own: how fast the answers come is up to the machine
  const waitFor = (check: () => void) => renderer.waitFor(check, { timeoutInMs: 0 });

  const button = (text: string, nth = 0) => {
    const found = [...findAll(Button), ...findAll(LoadingButton)].filter((each) => textIn(each) === text)[
      nth
    ];
    if (found === undefined) throw new Error(`there is no button "${text}"`);
    return found;
  };
  const click = (text: string, nth?: number) => {
    button(text, nth).trigger('onClick');
  };
  const openTab = (id: TabId) => {
    (find(Tabs).props.onSelectedChange as (id: TabId) => void)(id);
  };
  /** Opens the tab on which a field stands. */
  const toField = (name: string) => {
    openTab(tabOf(name));
    return name;
  };
  const choose = (name: string, value: string | string[]) => {
    const { props } = find(ToggleGroup, { name: toField(name) });
    (props.onChange as (value: string | string[]) => void)(value);
  };
  const textArea = (name: string) => find(TextArea, { name: toField(name) });
  return {
    ...renderer,
    waitFor,
    fn,
    company,
    /** Everything that can be read while this tab is open. */
    words: () =>
      [...findAll(Text), ...findAll(StatusTag), ...findAll(Alert)].map(({ text }) => text).join(' ¦ '),
    tags: () => findAll(StatusTag).map(textIn),
    alerts: () => findAll(Alert).map(({ props }) => props.title),
    openTab,
    row: (testId: string) => {
      if (!testId.startsWith('conflict-')) openTab(testId.startsWith('check-') ? 'checks' : 'rate');
      return textIn(renderer.findByTestId(Tile, testId));
    },
    isShown: (text: string) =>
      [...findAll(Text), ...findAll(StatusTag)].some((node) => textIn(node).replaceAll('  ', ' ') === text),
    button,
    click,
    rate: (ratings: Ratings) => {
      for (const [key, rating] of Object.entries(ratings)) choose(key, String(rating ?? 'unknown'));
    },
    check: (key: string, state: CheckState) => choose(checkFieldName(key), state),
    choose,
    /** Picks a partner type, and waits until its questions are there. */
    pickType: (type: PartnerType) => {
      choose('category', PARTNER_TYPES.find(({ key }) => key === type)?.category ?? '');
      choose('partner_type', type);
    },
    isAsking: (dimension: string) => {
      openTab('rate');
      return findAll(Tile).some(({ props }) => props.testId === dimension);
    },
    textArea,
    type: (name: string, text: string) => textArea(name).props.onInput?.(text),
    write: (name: string, text: string) => {
      textArea(name).props.onInput?.(text);
      textArea(name).props.onChange?.(text);
    },
    chosen: (name: string) => find(ToggleGroup, { name: toField(name) }).props.value,
    ready: () => waitFor(() => void find(LoadingButton)),
    saved: () => waitFor(() => void find(StatusTag, (tag) => textIn(tag) === 'Saved in HubSpot')),
    isLoading: () => maybeFind(LoadingButton)?.props.loading === true,
  };
}

const FACTS = ['artifacts', 'artifacts_checked_at', 'shared_customers', 'companies_asking', 'overlap_as_of'];

function tabOf(field: string): TabId {
  if (['category', 'partner_type', 'other_types'].includes(field)) return 'type';
  return field.startsWith('check_') || FACTS.includes(field) ? 'checks' : 'rate';
}

/** The card once its record is there. */
export async function openCardOf(company: Company) {
  const card = renderCard(company);
  await card.ready();
  return card;
}

/** The card of a new company with these values. */
export async function openCard(values: Values = {}) {
  return openCardOf(await createCompany(values));
}
