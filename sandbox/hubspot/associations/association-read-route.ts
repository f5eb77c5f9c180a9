import { batchAnswer, inputsOf } from '../objects/batch.ts';
import type { Answer, Call } from '../call.ts';
import { describeLinks, LINK_LIMIT } from './describe-association.ts';
import { type JsonObject, requiredText, textIn } from '../json.ts';
import { activeRecord } from './parse-association.ts';
import { type Portal, type TypeStore, typePairOf } from '../portal/portal.ts';
import type { ErrorBody } from '../refusal.ts';

const MAX_READS = 1_000;

/** An id that is associated with nothing, or does not exist, is an error of the batch (recorded). */
export function readAssociations(portal: Portal, call: Call): Answer {
  const [from, to] = typePairOf(portal, call.params);
  const results: JsonObject[] = [];
  const errors: ErrorBody[] = [];
  for (const input of inputsOf(call.body, MAX_READS)) {
    const id = requiredText(input, 'id');
    const record = activeRecord(from, id);
    const after = textIn(input, 'after') ?? '';
    const page = record && describeLinks(portal, call, record, to, after, LINK_LIMIT);
    if (page === undefined || page.results.length === 0) errors.push(noAssociations(from, to, id));
    else
      results.push({
        from: { id },
        to: page.results,
        ...('paging' in page ? { paging: page['paging'] } : {}),
      });
  }
  return batchAnswer(portal, call, 200, results, errors);
}

function noAssociations({ type: from }: TypeStore, { type: to }: TypeStore, id: string): ErrorBody {
  return {
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id.slice(0, 30)}.`,
    context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
  };
}
