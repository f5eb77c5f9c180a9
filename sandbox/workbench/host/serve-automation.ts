import express, { Router } from 'express';
import { WorkbenchError } from './workbench-error.ts';
import type { Automation } from '../pages/automation/automation.ts';
import { ruleIn, ruleProblems } from '../pages/automation/rule-form.ts';

/** What the automation page asks: GET and POST /rules, DELETE /rules/:id, GET /log, GET /custom-actions. */
export function serveAutomation(automation: Automation): Router {
  const router = Router();
  router.get('/rules', (_request, response) => void response.json({ results: automation.rules() }));
  router.get('/log', (_request, response) => void response.json({ results: automation.log() }));
  router.get('/custom-actions', async (_request, response) => {
    response.json({ results: await automation.customActions() });
  });
  router.post('/rules', express.json({ limit: '100kb' }), (request, response) => {
    const rule = ruleIn(request.body);
    const [problem] = Object.values(ruleProblems(rule));
    if (problem !== undefined) throw new WorkbenchError(422, problem);
    if (rule.id !== '' && !automation.rules().some(({ id }) => id === rule.id))
      throw new WorkbenchError(404, 'Somebody deleted this rule meanwhile.');
    response.json(automation.saveRule(rule));
  });
  router.delete('/rules/:id', (request, response) => {
    automation.deleteRule(request.params.id);
    response.status(204).end();
  });
  return router;
}
