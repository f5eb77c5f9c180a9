import type { WorkbenchSettings } from './settings.ts';

/** The one HTML page. A `<` inside the settings could otherwise end their script element. */
export function pageHtml(settings: WorkbenchSettings): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>CRM workbench</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/assets/styles.css" />
    <script type="application/json" id="workbench-settings">${json}</script>
    <script src="/assets/page.js" defer></script>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;
}
