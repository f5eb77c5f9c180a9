import { Link } from '@hubspot/ui-extensions';

import type { Notice } from '../../src/contract/notice.ts';

export interface OutsideLinkProps {
  link?: Notice['link'] | undefined;
}

/** A link out of HubSpot, where a failure or a notice comes with one. */
export function OutsideLink({ link }: OutsideLinkProps) {
  return link === undefined ? null : <Link href={{ url: link.url, external: true }}>{link.label}</Link>;
}
