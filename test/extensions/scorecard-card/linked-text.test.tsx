import { Link, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';

import { LinkedText } from '../../../extensions/scorecard-card/view/LinkedText.tsx';
import { textIn } from '../text-in.ts';

function render(text: string) {
  const { render, findAll } = createRenderer('crm.record.tab');
  render(<LinkedText text={text} />);
  return { lines: findAll(Text).map(textIn), links: findAll(Link).map(({ props }) => props.href) };
}

test('every line of a long text is shown, blank lines are not', () => {
  const lines = Array.from({ length: 90 }, (_, index) => `Account ${index + 1}`);

  expect(render(lines.join('\r\n\n')).lines).toEqual(lines);
});

test.each([
  ['Counted in https://docs.example/overlap?q=1#top.', 'https://docs.example/overlap?q=1#top'],
  ['(see http://a.example/x), then ask', 'http://a.example/x'],
  ['HTTPS://A.EXAMPLE/Y', 'HTTPS://A.EXAMPLE/Y'],
])('the address in "%s" is a link that ends before the punctuation', (text, url) => {
  expect(render(text).links).toEqual([{ url, external: true }]);
  expect(render(text).lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});

test.each(['javascript:alert(1)', 'https://', 'docs.example', 'ftp://a.example'])('%s is no link', (text) => {
  expect(render(text)).toEqual({ lines: [text], links: [] });
});
