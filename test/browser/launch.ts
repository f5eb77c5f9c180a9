import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The package's own arguments switch web security off, and this page's tests rely on it.
const BUNDLED_ARGS = ['--no-sandbox', '--disable-background-networking'];

interface Choice {
  executablePath: string;
  args: string[];
}

async function bundledChromium(): Promise<Choice | undefined> {
  // It unpacks its shared libraries only where it believes to run on AWS.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    return { executablePath: await bundled.executablePath(), args: BUNDLED_ARGS };
  } catch {
    return undefined;
  }
}

async function chooseBrowser(): Promise<Choice> {
  const asked = process.env['CHROME_PATH'];
  if (asked === 'bundled') {
    const bundled = await bundledChromium();
    if (bundled) return bundled;
  } else if (asked) {
    return { executablePath: asked, args: QUIET };
  }
  const executablePath = INSTALLED.find((path) => existsSync(path));
  const choice = executablePath ? { executablePath, args: QUIET } : await bundledChromium();
  if (choice) return choice;
  throw new Error('No Chromium found: install Chromium or Chrome, or set CHROME_PATH to its executable.');
}

/**
 * How to launch the browser: CHROME_PATH (`bundled` stands for the one in node_modules), else an installed one, else the
 * bundled one.
 *
 * @throws Error with the remedy when there is none: browser tests never skip
 */
export async function launchOptions(): Promise<LaunchOptions> {
  return { ...(await chooseBrowser()), headless: true };
}

/** Launches a browser for itself, for scripts and benches. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}
