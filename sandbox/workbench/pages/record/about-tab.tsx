/** Lists what is the same as in HubSpot and what is not. */
export function AboutTab() {
  return (
    <div className="page-about">
      <p>
        This page stands in for HubSpot’s CRM on this machine. Nothing here reaches a HubSpot account, and
        HubSpot neither made nor reviewed it.
      </p>
      <h2>The same as in HubSpot</h2>
      <ul>
        <li>The card: the very file that is uploaded, run in a web worker without a page of its own.</li>
        <li>The requests to the CRM: HubSpot’s paths, bodies and error messages, over HTTP.</li>
        <li>The names and properties of the components, as HubSpot’s package declares them.</li>
      </ul>
      <h2>Only in its place</h2>
      <ul>
        <li>
          The look of page and components, which is our own, and the order of focus that follows from it.
        </li>
        <li>
          The list’s views and filters, which live in its address, and the timeline, which is read out of the
          history of the properties.
        </li>
        <li>The CRM behind it: in memory. Field permissions hold in this page alone.</li>
        <li>
          Signing in: you choose who you are, and what you edit under Properties is recorded as that person’s
          edit.
        </li>
        <li>
          Frames, app pages and HubSpot’s own CRM components but for CrmPropertyList, which say that they are
          missing.
        </li>
      </ul>
    </div>
  );
}
