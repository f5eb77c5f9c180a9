import * as actions from '../src/messages/actions.ts';
import * as build from '../src/messages/build.ts';
import * as cards from '../src/messages/cards.ts';
import * as connecting from '../src/messages/connecting.ts';
import * as csv from '../src/messages/csv.ts';
import * as database from '../src/messages/database.ts';
import * as doctor from '../src/messages/doctor.ts';
import * as facts from '../src/messages/facts.ts';
import * as fleet from '../src/messages/fleet.ts';
import * as history from '../src/messages/history.ts';
import * as hubspot from '../src/messages/hubspot.ts';
import * as install from '../src/messages/install.ts';
import * as nightly from '../src/messages/nightly.ts';
import * as rejudge from '../src/messages/rejudge.ts';
import * as scorecard from '../src/messages/scorecard.ts';
import * as server from '../src/messages/server.ts';
import * as template from '../src/messages/template.ts';
import * as terminal from '../src/messages/terminal.ts';
import * as remedies from '../src/messages/remedies.ts';

/** A text, or a function that puts its parameters into one. */
export type Message = string | ((...parameters: never[]) => string);

const TABLES: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  actions: messagesIn(actions),
  build,
  cards,
  connecting,
  csv,
  database,
  doctor,
  facts,
  fleet,
  history,
  hubspot,
  install,
  nightly,
  rejudge,
  remedies,
  scorecard,
  server,
  template,
  terminal,
};

/** Without the texts of definitions, which nobody is told as a message. */
function messagesIn(texts: Readonly<Record<string, unknown>>): Record<string, Message> {
  const isMessage = (text: unknown): text is Message => ['string', 'function'].includes(typeof text);
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (isMessage(text) ? [[name, text] as const] : [])),
  );
}

/** Every message, by the name that documents give it: `cards.NOT_SAVED`. */
export const MESSAGES: ReadonlyMap<string, Message> = new Map(
  Object.entries(TABLES).flatMap(([table, messages]) =>
    Object.entries(messages).map(([name, message]) => [`${table}.${name}`, message] as const),
  ),
);

/** A quote stands in bold code at the beginning of a line; the comment at its end names the message. */
const QUOTE = /^\*\*`.*?`\*\*(.*)$/gm;
const NAMED = /^(.*)<!-- (.+) -->$/;

/**
 * Writes every quoted message of a document from the table. `<!-- scorecard.noSuchCompany | 123 -->` quotes a function
 * with `<123>` for its parameter, `{csv.WORKBOOK}` stands for another message, ` + ` joins two by a space.
 *
 * @throws Error when a quote names no message, one that does not exist, or another number of parameters
 */
export function withQuotes(document: string): string {
  return document.replace(QUOTE, (line, rest: string) => {
    const [, between = '', names] = NAMED.exec(rest) ?? [];
    if (names === undefined) throw new Error(`No message is named for this quote: ${line}`);
    return `**\`${names.split(' + ').map(quoted).join(' ')}\`**${between}<!-- ${names} -->`;
  });
}

function quoted(named: string): string {
  const [name = '', ...parameters] = named.split(' | ');
  const message = MESSAGES.get(name);
  if (message === undefined) throw new Error(`There is no message ${name}.`);
  const texts = parameters.map((text) => {
    const [, other] = /^\{(.+)\}$/.exec(text) ?? [];
    return other === undefined ? `<${text}>` : quoted(other);
  });
  return textOf(name, message, texts);
}

/** @param texts one for each parameter of the message */
export function textOf(name: string, message: Message, texts: readonly string[]): string {
  const parameters = typeof message === 'string' ? 0 : message.length;
  if (parameters !== texts.length)
    throw new Error(`${name} takes ${parameters} parameters, and ${texts.length} are given.`);
  return typeof message === 'string' ? message : message(...(texts as never[]));
}
