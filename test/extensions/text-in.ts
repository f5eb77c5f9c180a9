import type { RenderedChildNode } from '@hubspot/ui-extensions/testing';

/** All text below a node, in reading order; HubSpot's own `text` holds only what stands directly in it. */
export function textIn(node: { childNodes: readonly RenderedChildNode[] }): string {
  return node.childNodes
    .map((child) => ('childNodes' in child ? textIn(child) : child.text))
    .filter((text) => text !== '')
    .join(' ');
}
