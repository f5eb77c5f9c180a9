import type { Owner } from '../portal/actor.ts';

/** Content of the page. */
export interface AuthorizePage {
  readonly appName: string;
  readonly portalName: string;
  readonly scopes: readonly string[];
  /** Fields of the query, submitted again with the decision. */
  readonly fields: Readonly<Record<string, string>>;
  /** Who can install the app. */
  readonly users: readonly Owner[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escape(title)}</title>
<style>body{font:16px/1.5 sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.4rem 1rem}</style>
</head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

/** The page on which a user grants an app access. */
export function authorizePage({ appName, portalName, scopes, fields, users }: AuthorizePage): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  const options = users.map(({ userId, email }) => `<option value="${userId}">${escape(email)}</option>`);
  const choice =
    options.length === 0
      ? ''
      : `<p><label>User <select name="user_id">${options.join('')}</select></label></p>`;
  return page(
    `Connect ${appName}`,
    `<p>${escape(appName)} asks for access to ${escape(portalName)}:</p>
<ul>${scopes.map((scope) => `<li>${escape(scope)}</li>`).join('')}</ul>
<form method="post" action="/oauth/authorize">${hidden.join('')}${choice}
<p><button name="decision" value="grant">Connect app</button> <button name="decision" value="deny">Cancel</button></p></form>`,
  );
}

/** Shown when the request is invalid, because redirecting would not be safe. */
export function authorizeErrorPage(message: string): string {
  return page('Authorization failed', `<p>${escape(message)}</p>`);
}
