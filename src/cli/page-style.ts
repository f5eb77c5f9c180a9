import { createHash } from 'node:crypto';

/** Black on white, for paper of either size and for a phone. A constant: it stands in the page unescaped. */
export const PAGE_STYLE = `
@page { margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0 auto; padding: 24px 16px; max-width: 800px; font: 15px/1.45 system-ui, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 2px solid #000; padding-bottom: 8px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0; }
header p { margin: 4px 0 0; color: #333; }
h2 { font-size: 18px; margin: 24px 0 8px; border-bottom: 1px solid #999; padding-bottom: 3px; break-after: avoid; }
h3 { font-size: 15px; margin: 12px 0 2px; break-after: avoid; }
p { margin: 0 0 6px; orphans: 3; widows: 3; }
.strong { font-size: 17px; font-weight: 600; }
.prose { white-space: pre-wrap; margin: 0 0 4px; padding-left: 10px; border-left: 2px solid #999; }
.remark { color: #333; font-style: italic; margin: 0 0 4px; }
table { width: 100%; border-collapse: collapse; margin: 6px 0 12px; font-size: 14px; }
caption { text-align: left; font-weight: 600; padding: 4px 0; break-after: avoid; }
th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0; border-bottom: 1px solid #bbb; overflow-wrap: break-word; word-break: normal; }
td:not(.number) { overflow-wrap: anywhere; min-width: 90px; }
th { border-bottom: 1px solid #000; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
a { color: #00429d; }
@media (max-width: 480px) { th, td { padding-right: 5px; } table { font-size: 13px; } }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } a { color: #000; } h1 { font-size: 18pt; } h2 { font-size: 13pt; } table { font-size: 9.5pt; } }
`;

/** Nothing is loaded, run or sent: the page is its own style and text. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
