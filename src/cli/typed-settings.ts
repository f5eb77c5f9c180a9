import { PARTNER_TYPES, isPartnerType } from '../icp/partner-types.ts';
import type { FactSources, Settings } from '../icp/settings.ts';
import { LISTED_TYPES, badInput, pair, typedNumber } from './typed.ts';

/** How each setting is typed, for help and complaints. */
export const SETTING_FORMS: Readonly<Record<string, string>> = {
  defaultType: `one of ${LISTED_TYPES}`,
  enabledTypes: 'types separated by commas, or all',
  asksSaas: 'yes or no',
  'evidenceDays.overlap': 'days, 1 to 3650',
  'evidenceDays.inspection': 'days, 1 to 3650',
  'evidenceDays.mandate': 'days, 1 to 3650',
  slots: 'a number, 0 to 1000',
  keepsDrafts: 'yes or no',
  publishing: 'terminal or page',
  publishers: 'ids of HubSpot users, or addresses of owners, separated by commas, or none',
  prerequisites: 'warn or refuse',
  editedVerdicts: 'repair or ask',
  'factSources.sharedCustomers':
    'hand, property:NAME or label:NAME with the lifecycle stages behind it, such as property:tools:customer,evangelist, or lists:NAME with {partner} in the name, such as "lists:Uses {partner}"',
  'factSources.companiesAsking': 'hand, or property:NAME of a property of deals',
};

/** The settings with what was typed as `slots=3`. @throws Refused `invalid-input` naming the setting */
export function withSetting(settings: Settings, typed: string): Settings {
  const [key, value] = pair('setting', typed);
  const text = value.trim();
  const { evidenceDays, factSources } = settings;
  switch (key) {
    case 'defaultType':
      if (isPartnerType(text)) return { ...settings, defaultType: text };
      throw notSetting(key, text);
    case 'enabledTypes':
      return { ...settings, enabledTypes: typesIn(key, text) };
    case 'asksSaas':
    case 'keepsDrafts':
      return { ...settings, [key]: flagIn(key, text) };
    case 'evidenceDays.overlap':
      return { ...settings, evidenceDays: { ...evidenceDays, overlap: numberIn(key, text) } };
    case 'evidenceDays.inspection':
      return { ...settings, evidenceDays: { ...evidenceDays, inspection: numberIn(key, text) } };
    case 'evidenceDays.mandate':
      return { ...settings, evidenceDays: { ...evidenceDays, mandate: numberIn(key, text) } };
    case 'slots':
      return { ...settings, slots: numberIn(key, text) };
    case 'publishing':
      if (text === 'terminal' || text === 'page') return { ...settings, publishing: text };
      throw notSetting(key, text);
    case 'publishers':
      return { ...settings, publishers: text === 'none' ? [] : text.split(',').map((id) => id.trim()) };
    case 'prerequisites':
      if (text === 'warn' || text === 'refuse') return { ...settings, prerequisites: text };
      throw notSetting(key, text);
    case 'editedVerdicts':
      if (text === 'repair' || text === 'ask') return { ...settings, editedVerdicts: text };
      throw notSetting(key, text);
    case 'factSources.sharedCustomers':
      return { ...settings, factSources: { ...factSources, sharedCustomers: sharedIn(key, text) } };
    case 'factSources.companiesAsking':
      return { ...settings, factSources: { ...factSources, companiesAsking: askingIn(key, text) } };
    default: {
      const keys = Object.keys(SETTING_FORMS).join(', ');
      throw badInput('setting', `there is no setting "${key.slice(0, 40)}". Choose one of ${keys}.`);
    }
  }
}

/** A setting as it is typed: what `withSetting` reads back. */
export function typedSetting(settings: Settings, key: string): string {
  const { evidenceDays, factSources } = settings;
  switch (key) {
    case 'enabledTypes':
      return settings.enabledTypes.length === PARTNER_TYPES.length ? 'all' : settings.enabledTypes.join(',');
    case 'asksSaas':
    case 'keepsDrafts':
      return settings[key] ? 'yes' : 'no';
    case 'evidenceDays.overlap':
      return `${evidenceDays.overlap}`;
    case 'evidenceDays.inspection':
      return `${evidenceDays.inspection}`;
    case 'evidenceDays.mandate':
      return `${evidenceDays.mandate}`;
    case 'publishers':
      return settings.publishers.length === 0 ? 'none' : settings.publishers.join(',');
    case 'factSources.sharedCustomers':
      return sharedTyped(factSources.sharedCustomers);
    case 'factSources.companiesAsking':
      return factSources.companiesAsking === null
        ? 'hand'
        : `property:${factSources.companiesAsking.property}`;
    case 'defaultType':
    case 'slots':
    case 'publishing':
    case 'prerequisites':
    case 'editedVerdicts':
      return `${settings[key]}`;
    default:
      throw new Error(`there is no setting ${key}`);
  }
}

function sharedTyped(source: FactSources['sharedCustomers']): string {
  if (source === null) return 'hand';
  if (source.by === 'lists') return `lists:${source.name}`;
  const stages = source.lifecycleStages.join(',');
  const name = source.by === 'label' ? source.label : source.property;
  // behind a label with a colon the last one begins the stages, of which there may be none
  return `${source.by}:${name}${stages === '' && !name.includes(':') ? '' : `:${stages}`}`;
}

function typesIn(key: string, text: string): Settings['enabledTypes'] {
  if (text === 'all') return PARTNER_TYPES.map((type) => type.key);
  return text.split(',').map((typed) => {
    const type = typed.trim();
    if (isPartnerType(type)) return type;
    throw badInput(key, `"${type.slice(0, 40)}" is no partner type. Choose of ${LISTED_TYPES}, or all.`);
  });
}

function flagIn(key: string, text: string): boolean {
  if (text === 'yes' || text === 'true') return true;
  if (text === 'no' || text === 'false') return false;
  throw notSetting(key, text);
}

function numberIn(key: string, text: string): number {
  const number = typedNumber(text);
  if (typeof number === 'number') return number;
  throw notSetting(key, text);
}

function sharedIn(key: string, text: string): FactSources['sharedCustomers'] {
  if (text === 'hand') return null;
  const [, by = '', value = ''] = /^(\w+):(.*)$/s.exec(text) ?? [];
  if (by === 'lists' && value.trim() !== '') return { by, name: value.trim() };
  const end = value.includes(':') ? value.lastIndexOf(':') : value.length;
  const [name, stages] = [value.slice(0, end).trim(), value.slice(end + 1)];
  if (name === '') throw notSetting(key, text);
  const lifecycleStages = stages.split(',').flatMap((stage) => (stage.trim() === '' ? [] : [stage.trim()]));
  if (by === 'label') return { by, label: name, lifecycleStages };
  if (by !== 'property') throw notSetting(key, text);
  return { by, property: name, lifecycleStages };
}

function askingIn(key: string, text: string): FactSources['companiesAsking'] {
  if (text === 'hand') return null;
  const [, property] = /^property:\s*(\S+)$/.exec(text) ?? [];
  if (property === undefined) throw notSetting(key, text);
  return { property };
}

function notSetting(key: string, text: string) {
  return badInput(key, `"${text.slice(0, 40)}" cannot stand here. Give ${SETTING_FORMS[key] ?? 'a value'}.`);
}
