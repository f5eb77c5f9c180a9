import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { MESSAGES, type Message, textOf, withQuotes } from '../../scripts/quotes.ts';
import { DOCUMENTS, read } from './documents.ts';

const ROOT = join(__dirname, '..', '..');

/** The sandbox stands in for HubSpot, so what it says is nothing that users of the product see. */
const FOLDERS = ['src', 'sandbox/build', 'extensions', 'serverless'];

/** Stands for whatever the code puts into a text. */
const GAP = '\u0000';

const guide = read('docs/troubleshooting.md');
const quotes = guide.split('\n').filter((line) => line.startsWith('**`'));
const sources = FOLDERS.flatMap(filesIn).filter((file) => !file.includes(join('src', 'messages')));

test.each(DOCUMENTS)('%s quotes messages as the table has them: else run npm run docs', (document) => {
  expect(withQuotes(read(document))).toBe(read(document));
});

test('another word in any quoted message is found out', () => {
  const others = quotes.flatMap((line) =>
    [...messageIn(line).matchAll(/(?<!<[^>]*)\b[a-zA-Z_]{4,}\b/g)].map(({ 0: word }) => ({
      line,
      other: line.replace(new RegExp(`(?<!<[^>]*)\\b${word}\\b`), 'xyzzy'),
    })),
  );

  expect(others.filter(({ line, other }) => other === line || withQuotes(other) !== line)).toEqual([]);
});

test('a quote that names no message, one that does not exist, or a wrong number of parameters is found out', () => {
  const faulty = (comment: string) => () => withQuotes(`**\`Some words\`**${comment}`);

  expect(faulty('')).toThrow('No message is named');
  expect(faulty(' <!-- cards.NO_SUCH_MESSAGE -->')).toThrow('There is no message cards.NO_SUCH_MESSAGE.');
  expect(faulty(' <!-- cards.NOT_SAVED | 1 -->')).toThrow(
    'cards.NOT_SAVED takes 0 parameters, and 1 are given.',
  );
  expect(faulty(' <!-- csv.companyUnknown -->')).toThrow('csv.companyUnknown takes 1 parameters');
});

test('no quote is made of placeholders alone', () => {
  const words = (line: string) =>
    messageIn(line)
      .replace(/<[^>]*>/g, '')
      .replace(/[^A-Za-z]+/g, '');

  expect(quotes.filter((line) => words(line).length < 6)).toEqual([]);
});

test('the code says every message of the table', () => {
  const imported = new Set(sources.flatMap(messagesImportedBy));

  expect([...MESSAGES.keys()].filter((name) => !imported.has(name))).toEqual([]);
});

test('no file says by hand what the table has', () => {
  const table = new Map(
    [...MESSAGES]
      .map(([name, message]) => [withGaps(name, message), name] as const)
      .filter(([text]) => isSentence(text)),
  );
  const copies = sources.flatMap((file) =>
    textsIn(file).flatMap((text) => (table.has(text) ? `${file}: ${table.get(text)}` : [])),
  );

  expect(copies).toEqual([]);
});

function messageIn(line: string): string {
  return /^\*\*`(.+?)`\*\*/.exec(line)?.[1] ?? '';
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** An import that is not used does not compile, so whatever is imported is said. Of a whole table, what is taken from it. */
function messagesImportedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const named = text.matchAll(/import \{([^}]*)\} from '[^']*\/messages\/(\w+)\.ts'/g);
  const whole = text.matchAll(/import \* as (\w+) from '[^']*\/messages\/(\w+)\.ts'/g);
  return [
    ...[...named].flatMap(([, names = '', table = '']) =>
      names.split(',').map((name) => `${table}.${name.trim().split(' as ')[0] ?? ''}`),
    ),
    ...[...whole].flatMap(([, alias = '', table = '']) =>
      [...text.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(([, name = '']) => `${table}.${name}`),
    ),
  ];
}

/** One or two words, or a form such as `4 -> 5`, may stand in several places by chance. */
function isSentence(text = ''): boolean {
  return (text.match(/\p{L}+/gu) ?? []).length > 2;
}

function withGaps(name: string, message: Message): string {
  return textOf(name, message, typeof message === 'string' ? [] : Array<string>(message.length).fill(GAP));
}

/** Every text that a file can say, with gaps where it puts something in. Comments are none. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = said(node);
    if (text !== GAP) found.push(text.replace(/\s+/g, ' ').trim());
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function said(node: ts.Node): string {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => GAP + literal.text).join('');
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return said(node.left) + said(node.right);
  return GAP;
}
