import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** The sandbox stands in for HubSpot, so what it says is nothing that users of the product see. */
const FOLDERS = [
  'src/icp',
  'src/crm',
  'src/usecases',
  'src/config',
  'src/messages',
  'src/cli',
  'sandbox/build',
];

/** Stands for whatever the code puts into a text. */
const GAP = '\u0000';

const texts = [...FOLDERS, 'extensions', 'serverless'].flatMap(filesIn).flatMap(textsIn);
const quoted = messagesIn(readFileSync(join(ROOT, 'docs', 'troubleshooting.md'), 'utf8'));

test.each(quoted)('the code says: %s', (message) => {
  expect(unsaid(message)).toEqual([]);
});

test('a message in words that the code does not use is found out', () => {
  expect(unsaid('HubSpot does not accept the access key. Check the token of the app.')).toEqual([
    'HubSpot does not accept the access key.',
  ]);
});

test('any other word in any quoted message is found out', () => {
  const others = quoted.flatMap((message) =>
    [...message.matchAll(/(?<!<[^>]*)\b[a-zA-Z_]{4,}\b/g)].map(
      ({ index, 0: word }) => `${message.slice(0, index)}xyzzy${message.slice(index + word.length)}`,
    ),
  );

  expect(others.filter((message) => unsaid(message).length === 0)).toEqual([]);
});

test('a message of placeholders alone says nothing, and is found out', () => {
  expect(unsaid('<this> of <that>.')).toEqual(['<this> of <that>.']);
});

/** Messages stand in bold code at the beginning of a line. */
function messagesIn(document: string): string[] {
  return [...document.matchAll(/^\*\*`(.+)`\*\*/gm)].map(([, message]) => message ?? '');
}

/**
 * The sentences of a message whose fixed words no text of the code has, in their order. Some sentences are put together
 * from two texts; then each of their clauses has to stand in one.
 */
function unsaid(message: string): string[] {
  const sentences = message.split(/(?<=[.?]) (?=[A-Z<"])/).filter((sentence) => wordsOf(sentence) !== '');
  if (sentences.every((sentence) => wordsOf(sentence).length < 6)) return [message];
  return sentences.filter((sentence) => !isSaid(sentence) && !clausesOf(sentence).every(isSaid));
}

function clausesOf(sentence: string): string[] {
  return sentence.replace(/<[^>]*>/g, '<>').split(/[:,;] /);
}

function isSaid(words: string): boolean {
  const pattern = patternOf(words);
  return texts.some((text) => pattern.test(text));
}

function wordsOf(sentence: string): string {
  return sentence.replace(/<[^>]*>/g, '').replace(/[^A-Za-z]+/g, '');
}

function patternOf(sentence: string): RegExp {
  const fixed = sentence.split(/<[^>]*>/).map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').trim());
  return new RegExp(fixed.join('[\\s\\S]*?'));
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Every text that a file can say: comments are none. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== GAP) found.push(text.replace(/\s+/g, ' '));
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** What a node says as one text, with gaps where it puts something in. */
function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => GAP + literal.text).join('');
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return textOf(node.left) + textOf(node.right);
  if (ts.isJsxElement(node) || ts.isJsxFragment(node))
    return node.children.map((child) => (ts.isJsxText(child) ? child.text : GAP)).join('');
  return GAP;
}
