import { type FunctionExecutor, startFunctionExecutor } from '../sandbox/functions/function-executor.ts';
import { loadScorecard } from '../src/usecases/scorecard/load.ts';
import { APP_TOKEN, type BuiltApp } from './bench-app.ts';
import { scoreCompany } from './crm-call-rows.ts';
import { msOf, percentile } from './rounds.ts';
import type { Row } from './row.ts';

const STARTS = 3;
const CALLS = 40;
/** HubSpot's limit for a function. */
const LIMIT_MS = 15_000;

/** Starts HubSpot's function executor over the built function. */
export function startFunction({ crm, edition }: BuiltApp): Promise<FunctionExecutor> {
  return startFunctionExecutor({
    projectFolder: edition.projectFolder,
    environment: { PRIVATE_APP_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: crm.baseUrl },
  });
}

/** The app function: from the start of its process to the first answer, and per answer afterwards. */
export async function functionRows(app: BuiltApp): Promise<Row[]> {
  const companyId = await scoreCompany(app, 'Called by function');
  const load = async (executor: FunctionExecutor) => {
    const parameters = { operation: 'load-scorecard', input: { companyId } };
    const record = { objectTypeId: '0-2', objectId: companyId };
    const propertiesToSend = ['hs_object_id'];
    const result = await executor.call('partner-icp', { parameters, propertiesToSend, record });
    if (!(result instanceof Object && 'answer' in result))
      throw new Error(`The function refused: ${JSON.stringify(result)}`);
  };
  const firsts: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    let executor: FunctionExecutor | undefined;
    const first = await msOf(async () => {
      executor = await startFunction(app);
      await load(executor);
    }).finally(() => executor?.close());
    firsts.push(first);
  }
  const executor = await startFunction(app);
  const through: number[] = [];
  const direct: number[] = [];
  try {
    await load(executor);
    for (let call = 0; call < CALLS; call++) {
      through.push(await msOf(() => load(executor)));
      direct.push(await msOf(() => loadScorecard(app.context, { companyId })));
    }
  } finally {
    await executor.close();
  }
  return [
    besideRow(
      'function, process start to first answer',
      percentile(firsts, 0.5),
      "HubSpot's limit",
      LIMIT_MS,
    ),
    besideRow(
      'function, later load, p50',
      percentile(through, 0.5),
      'the same load without it',
      percentile(direct, 0.5),
    ),
  ];
}

function besideRow(what: string, figure: number, beside: string, other: number): Row {
  return { what, figure, unit: 'ms', comparison: { what: beside, figure: other }, ratio: other / figure };
}
