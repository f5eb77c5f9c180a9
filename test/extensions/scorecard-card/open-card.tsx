import {
  Alert,
  Button,
  Flex,
  LoadingButton,
  Select,
  StatusTag,
  Tab,
  Tabs,
  Tag,
  Text,
  TextArea,
  Tile,
  ToggleGroup,
  Tooltip,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';

import { ScorecardCard, type ScorecardCardProps } from '../../../extensions/scorecard-card/ScorecardCard.tsx';
import type { TabId } from '../../../extensions/scorecard-card/view/tab-titles.ts';
import { checkFieldName } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Ratings } from '../../../src/icp/ratings.ts';
import type { CheckState } from '../../../src/icp/scorecard.ts';
import { textIn } from '../text-in.ts';
import { type Company, type Values, createCompany } from './company-in-portal.ts';
import { serveFunction } from './serve-function.ts';

interface Opening {
  /** The run of the card, with a clock of the test's own. */
  run?: NonNullable<ScorecardCardProps['run']>;
  user?: { id?: number; email?: string };
}

/** Renders the card on a company's record as HubSpot's renderer does, with the acts of a person. */
export function renderCard(company: Company, { run, user = {} }: Opening = {}) {
  const fn = serveFunction(company.answer);
  const renderer = createRenderer('crm.record.tab');
  const { find, findAll, findByTestId, maybeFind, mocks } = renderer;
  const context = {
    ...mocks.context,
    crm: { ...mocks.context.crm, objectId: Number(company.id) },
    user: { ...mocks.context.user, ...user },
  };
  renderer.render(
    <ScorecardCard context={context} actions={mocks.actions} {...(run !== undefined && { run })} />,
  );
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
  /** A note stands as text until its input is opened. */
  const openNote = (name: string) => {
    const check = findByTestId(Flex, name.replace(/_note$/, '').replaceAll('_', '-'));
    if (check.findAll(TextArea).length === 0)
      check.find(Button, (each) => /^(Add|Edit) note$/.test(textIn(each))).trigger('onClick');
  };
  /** Evidence stands as text until its input is opened in place. */
  const openEvidence = (name: string) => {
    const row = findByTestId(Flex, name.replace(/_evidence$/, ''));
    if (row.findAll(TextArea).length === 0)
      row
        .find(Button, (each) => /^(Add evidence|Edit evidence|Evidence)$/.test(textIn(each)))
        .trigger('onClick');
  };
  const textArea = (name: string) => {
    toField(name);
    if (name.startsWith('check_')) openNote(name);
    else if (tabOf(name) !== 'decide') openEvidence(name);
    return find(TextArea, { name });
  };
  const typeSelect = () => find(Select, { name: toField('partner_type') }).props;
  return {
    ...renderer,
    waitFor,
    fn,
    company,
    /** Everything that can be read while this tab is open. */
    words: () =>
      [...findAll(Text), ...findAll(Tag), ...findAll(StatusTag), ...findAll(Alert)]
        .map(({ text }) => text)
        .join(' ¦ '),
    tags: () => [...findAll(Tag), ...findAll(StatusTag)].map(textIn),
    /** Titles of the alerts, but for the one that tells a new lane. */
    alerts: () =>
      findAll(Alert)
        .map(({ props }) => props.title)
        .filter((title) => !title.startsWith('The lane is now')),
    laneTold: () =>
      findAll(Alert)
        .filter(({ props }) => props.title.startsWith('The lane is now'))
        .map(textIn),
    openTab,
    tabTitles: () => findAll(Tab).map(({ props }) => props.title),
    /** The choice of the type above the questions. */
    typeSelectOnRate: () => {
      openTab('rate');
      return maybeFind(Select, { name: 'partner_type' })?.props ?? null;
    },
    /** Presses a button inside a panel. */
    pressIn: (panel: { findAll: typeof findAll }, text: string) => {
      const buttons = [...panel.findAll(Button), ...panel.findAll(LoadingButton)];
      buttons.find((each) => textIn(each) === text)?.trigger('onClick');
    },
    row: (testId: string) => {
      if (testId.startsWith('conflict-')) return textIn(findByTestId(Tile, testId));
      if (testId.startsWith('check-')) {
        openTab('checks');
        return textIn(findByTestId(Flex, testId));
      }
      openTab('rate');
      return textIn(findByTestId(Flex, testId));
    },
    /** The question of a dimension, behind the tooltip of its evidence. */
    question: (dimension: string) => {
      openTab('rate');
      const tooltips = findByTestId(Flex, dimension)
        .findAll(Button)
        .map(({ props }) => props.overlay?.maybeFind(Tooltip));
      return tooltips.map((tooltip) => (tooltip ? textIn(tooltip) : '')).join('');
    },
    /** What stands above the ratings of a dimension: `Customer overlap: 5 × 30 = 150`. */
    gives: (dimension: string) => find(ToggleGroup, { name: toField(dimension) }).props.label,
    isShown: (text: string) =>
      [...findAll(Text), ...findAll(Tag), ...findAll(StatusTag)].some(
        (node) => textIn(node).replaceAll('  ', ' ') === text,
      ),
    button,
    click,
    rate: (ratings: Ratings) => {
      for (const [key, rating] of Object.entries(ratings)) choose(key, String(rating ?? 'unknown'));
    },
    check: (key: string, state: CheckState) => choose(checkFieldName(key), state),
    choose,
    /** Picks a partner type. Its questions arrive later. */
    pickType: (type: PartnerType) => {
      typeSelect().onChange?.(type);
    },
    typeSelect,
    isAsking: (dimension: string) => {
      openTab('rate');
      return findAll(ToggleGroup).some(({ props }) => props.name === dimension);
    },
    textArea,
    type: (name: string, text: string) => textArea(name).props.onInput?.(text),
    write: (name: string, text: string) => {
      textArea(name).props.onInput?.(text);
      textArea(name).props.onChange?.(text);
    },
    chosen: (name: string) => find(ToggleGroup, { name: toField(name) }).props.value,
    ready: () => waitFor(() => void find(LoadingButton)),
    saved: () => waitFor(() => void find(StatusTag, (tag) => textIn(tag) === 'Saved')),
    isLoading: () => maybeFind(LoadingButton)?.props.loading === true,
  };
}

const DECISION = ['decision', 'decision_quarter', 'decision_reason', 'ask_again_on'];
const FACTS = ['artifacts', 'artifacts_checked_at', 'shared_customers', 'companies_asking', 'overlap_as_of'];

function tabOf(field: string): TabId {
  if (DECISION.includes(field)) return 'decide';
  if (['partner_type', 'other_types'].includes(field)) return 'type';
  return field.startsWith('check_') || FACTS.includes(field) ? 'checks' : 'rate';
}

/** The card once its record is there. */
export async function openCardOf(company: Company, opening?: Opening) {
  const card = renderCard(company, opening);
  await card.ready();
  return card;
}

/** The card of a new company with these values. */
export async function openCard(values: Values = {}) {
  return openCardOf(await createCompany(values));
}
