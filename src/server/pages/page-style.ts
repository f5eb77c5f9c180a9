import { type RequestHandler } from 'express';

/** For every page of the server: light, dark and paper. No page has a script or a style of its own. */
const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --text: #1c2530; --quiet: #55606e; --line: #d5dbe1; --panel: #f4f6f8;
  --link: #00509d; --good: #146c2e; --good-ground: #e3f4e7; --warn: #7a4b00; --warn-ground: #fdf0d5; --bad: #a3161a; --bad-ground: #fde7e7; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --text: #e6eaee; --quiet: #a9b3be; --line: #38424d; --panel: #1d232a;
  --link: #8ec5ff; --good: #86d99c; --good-ground: #173322; --warn: #f3c26b; --warn-ground: #3a2c10; --bad: #ff9d9d; --bad-ground: #431d1f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.45 system-ui, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
main { max-width: 640px; margin: 0 auto; padding: 24px 16px 48px; }
main:has(.wide) { max-width: 1360px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 12px; }
h2 { font-size: 17px; margin: 24px 0 8px; }
p { margin: 0 0 10px; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.quiet { color: var(--quiet); }
.strong { font-weight: 600; }
.tag { display: inline-block; padding: 1px 7px; border-radius: 9px; font-size: 13px; font-weight: 600; background: var(--panel); color: var(--quiet); }
.good { background: var(--good-ground); color: var(--good); }
.warn { background: var(--warn-ground); color: var(--warn); }
.bad { background: var(--bad-ground); color: var(--bad); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 8px; margin: 0 0 16px; }
.facts div { background: var(--panel); border-radius: 6px; padding: 8px 12px; }
.facts dt { color: var(--quiet); font-size: 13px; }
.facts dd { margin: 0; font-weight: 600; }
.facts .quiet { font-weight: 400; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 0 0 12px; }
label { display: block; margin: 0 0 4px; font-size: 13px; color: var(--quiet); }
input, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 6px; padding: 6px 10px; }
button { background: var(--panel); cursor: pointer; }
progress { width: 100%; height: 12px; }
ul, ol { margin: 0 0 10px; padding-left: 20px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 8px 10px 8px 0; border-bottom: 1px solid var(--line); }
thead th { font-size: 13px; color: var(--quiet); white-space: nowrap; }
tbody th { font-weight: inherit; }
td p, th p { margin: 0 0 2px; }
td .tag { white-space: nowrap; }
@media (min-width: 901px) { tbody th, td:last-child { min-width: 150px; } td:nth-child(2) { min-width: 220px; } }
nav { display: flex; gap: 16px; margin: 12px 0; }
@media (max-width: 900px) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, th, td { display: block; }
  tr { border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; margin: 0 0 12px; }
  th, td { border: 0; padding: 3px 0; }
  td { display: grid; grid-template-columns: 110px 1fr; gap: 8px; }
  td::before { content: attr(data-label); color: var(--quiet); font-size: 13px; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --text: #000; --quiet: #333; --line: #999; --panel: #fff; --link: #000;
    --good: #000; --good-ground: #fff; --warn: #000; --warn-ground: #fff; --bad: #000; --bad-ground: #fff; }
  form, nav { display: none; }
  tr { break-inside: avoid; }
  .tag { border: 1px solid #000; }
}
`;

/** `GET /page.css` */
export const pageStyle: RequestHandler = (_request, response) => {
  response.set('cache-control', 'public, max-age=3600').type('css').send(PAGE_STYLE);
};

/** What a page may load: its style. Forms come back to this server, and nobody frames it. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
