import type { Component } from './components.ts';

/** A component as it stands in a built project, and where its code comes from. */
export interface BuiltComponent extends Component {
  /** the name of the source's code without its extension */
  readonly code: string;
}

/**
 * One component for each location of a card: HubSpot's description of a card takes one location only.
 *
 * `summary-card` in the sidebar and in previews becomes `summary-card-sidebar` and `summary-card-preview`; each has its
 * own entrypoint, since HubSpot tells bundles apart by their file.
 */
export function perLocation(component: Component & { code: string }): BuiltComponent[] {
  const { locations } = component;
  if (locations.length < 2) return [component];
  return locations.map((location) => at(component, location));
}

function at(component: BuiltComponent, location: string): BuiltComponent {
  const place = location.slice(location.lastIndexOf('.') + 1);
  const uid = `${component.uid}-${place}`;
  const suffix = place.charAt(0).toUpperCase() + place.slice(1);
  const entrypoint = component.entrypoint.replace(/\.js$/, `${suffix}.js`);
  const { description } = component;
  const config = { ...description.config, location, entrypoint };
  return {
    ...component,
    uid,
    entrypoint,
    locations: [location],
    file: `${uid}-hsmeta.json`,
    description: { ...description, uid, config },
  };
}
