import type { WorkbenchSettings } from '../host/settings.ts';

/** Written into the page by our own server, so it is trusted as it stands. */
export const settings = JSON.parse(
  document.getElementById('workbench-settings')?.textContent ?? '{}',
) as WorkbenchSettings;
