// What install and uninstall say when something cannot be made or removed as asked.

export const noRoom = (limit: string, objectType: string, used: string, needed: string) =>
  `This portal may have ${limit} custom properties on ${objectType} and has ${used}; ${needed} more are needed.`;
export const MAKE_ROOM =
  "Delete properties that nobody uses in HubSpot's property settings, choose fewer partner types with --types, or take a larger plan. Nothing was written.";
export const otherEdition = (installed: string, asked: string) =>
  `The ${installed} edition of Partner ICP is installed in this portal, and this is the ${asked} edition. Use the ${installed} edition, or move the portal with all its profiles: icp install --take-over --edition ${asked}. Nothing was written.`;
/** @param kind company or deal */
export const editionUnknown = (kind: string, property: string) =>
  `The ${kind} property ${property} does not say any more what Partner ICP has installed. Restore it from HubSpot's history of property settings, or delete it in HubSpot, then install again: what is there is taken over by name. Nothing was written.`;

/** @param found and needed "string (text)" */
export const otherKind = (name: string, found: string, needed: string) =>
  `${name} exists as ${found}, but must be ${needed}. Its values are never read or written, and count as missing. If nobody needs it, delete it in HubSpot's property settings, then install again.`;
export const foreignProperty = (name: string, group: string) =>
  `${name} stands in the group "${group}" and was not made by Partner ICP. Its values are never read or written, and count as missing. If nobody needs it, delete it in HubSpot's property settings, then install again.`;
export const cameBackWith = (names: string) =>
  `Archived before, and there again with what they held: ${names}. To name values that do not fit, and bring verdicts in line: icp doctor --repair`;
export const COMES_BACK = 'It was archived, and comes back with what it held.';
export const labelTaken = (name: string, label: string, other: string) =>
  `${name} should be labelled "${label}", but the property ${other} has that label. Rename that one in HubSpot's property settings, then install again.`;
/** A new property gets its label all the same. */
export const labelShared = (other: string, label: string) =>
  `The property ${other} is labelled "${label}" too: rename one of the two in HubSpot, so that people can tell them apart.`;
export const optionTaken = (name: string, label: string) =>
  `${name} has an option "${label}" that is not ours. Rename that option in HubSpot's property settings, then install again.`;

export const pipelineUnknown = (name: string, pipelines: string) =>
  `--pipeline: no deal pipeline is called "${name}". There are ${pipelines}. Nothing was written.`;
export const pipelinesFull = (limit: number, used: number, pipeline: string) =>
  `This portal may have ${limit} deal pipelines and has ${used}, so no pipeline "${pipeline}" can be made.`;
export const CHOOSE_PIPELINE =
  'Delete one, or choose one that is there with --pipeline; until then no deal shows a lane.';
export const pipelineDeleted = (pipeline: string) =>
  `The deal pipeline that was chosen for partners has been deleted. Choose another with --pipeline, or --pipeline ${pipeline} for a new one.`;
export const PIPELINE_NEEDS_PLAN =
  'A further deal pipeline needs a plan that has room for it. Until then no deal shows a lane.';

export const LABELS_NEED_PLAN =
  'Association labels need a Professional plan or higher, and the app the scopes of companies and contacts.';
export const labelsFull = (most: number, used: number) =>
  `HubSpot keeps ${most} labels between companies and contacts, and there are ${used}. Delete one that nobody uses, then install again.`;
export const LISTS_NEED_PLAN =
  'Active lists need a plan that has them with room left, and the app the scopes crm.lists.read and crm.lists.write.';
export const otherList = (name: string, what: string) =>
  `There is a list "${name}" that is no list of ${what} by our filters. It stays as it is. Rename or delete it in HubSpot, then install again.`;
export const LIST_NEEDS_PROFILES =
  "It names the current profiles, and the portal's profiles cannot be read. icp doctor says why. Then install again.";
export const listNameTaken = (name: string, wanted: string) =>
  `The list "${name}" should be called "${wanted}", but another list has that name. Rename or delete that one in HubSpot, then install again.`;
export const KEEPS_EARLIER_LABELS = 'The property works as it is.';
export const listNeedsProperty = (property: string) =>
  `It would filter by ${property}, which exists with another type or other options than needed. Resolve that clash first.`;

export const HOME_NEEDS_PLAN =
  'Profiles of your own, their versions and drafts are kept in a custom object, which needs an Enterprise plan, and the app the scopes crm.objects.custom.read and .write, crm.schemas.custom.read and .write. Without it the profiles that come with Partner ICP hold.';
export const homesFull = (limit: number, used: number) =>
  limit === 0
    ? `This portal's plan has no custom objects. ${HOME_NEEDS_PLAN}`
    : `This portal may have ${limit} custom objects and has ${used}. Delete one that nobody uses, then install again. Until then the profiles that come with Partner ICP hold.`;
export const HOME_NAME_TAKEN =
  'There is a custom object partner_icp_home that Partner ICP did not make. It stays as it is, and is never read. If nobody needs it, delete it for good in HubSpot, then install again.';
export const HOME_DELETED =
  'The custom object partner_icp_home was deleted, and keeps its name until it is deleted for good. What it held cannot be read any more. icp uninstall --delete-policy FILE deletes it for good; then install again, which makes an empty one.';
export const homePropertyUnfit = (name: string) =>
  `The property ${name} of the custom object partner_icp_home has another type than needed. Delete it in HubSpot's property settings, then install again.`;

export const logNotKept = (file: string, reason: string) =>
  `${file} cannot be written (${reason}). Name a new file. Nothing was taken away.`;
export const sayYes = (removals: string, values: string) =>
  `this takes away ${removals}. ${values} Add --yes to do it.`;
export const pipelineStays = (pipeline: string, why: string) => `The pipeline "${pipeline}" stays: ${why}.`;
export const labelInUse = (label: string) =>
  `The label "${label}" stays: contacts carry it, and would lose it. --delete-used-labels deletes it all the same.`;
export const labelUseUnknown = (label: string, reason: string) =>
  `The label "${label}" stays: it cannot be seen whether contacts carry it. ${reason} --delete-used-labels deletes it all the same.`;
export const KEPT_WITHOUT_REASON = 'HubSpot gave no reason. Look where it is used in its property settings.';
export const labelStays = (label: string) => `The label "${label}" stays: it was there before Partner ICP.`;
export const listStays = (name: string) => `The list "${name}" stays: its filters are not ours.`;
export const propertyStays = (name: string, objectType: string) =>
  `The property ${name} of ${objectType} stays: it is not as Partner ICP makes it.`;
export const HOME_STAYS =
  'The custom object partner_icp_home stays with the profiles and settings of this portal, and a later installation takes it over. --delete-policy FILE writes them to a file, then deletes it.';
export const valuesStay = (count: number) =>
  `${count} properties of companies stay with what people filled in; --delete-values archives them too.`;
export const stillThere = (what: string, reason: string) => `There still is ${what}: ${reason}`;
export const GOES_LAST = 'it goes when the rest has gone. Then uninstall again.';

// Runs that broke off.

export const installBrokenOff = (done: number, of: number) =>
  `The installation broke off: ${done} of ${of} steps are done. What was made stays. Install again: it goes on with the rest.`;
export const uninstallBrokenOff = (done: number, of: number) =>
  `The removal broke off: ${done} of ${of} steps are done. The rest is still there. Uninstall again: it goes on with it.`;
