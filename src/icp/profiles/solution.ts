import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import {
  TRIAL_MINIMUM,
  MINIMUM_REASONS,
  ORIGIN,
  companyAlignment,
  marketAccess,
} from './shared-questions.ts';

/**
 * The shipped profile for solution partners, who combine our product with their own offer and install both. The guide's
 * table gives them the same row as OEM partners; here they deliver a project, not a product.
 *
 * Source: ideal partner profile guide, its row for solution partners, the paragraph on service partners and the detailed
 * criteria. Weights, floors, level texts and caps are ours.
 */
export const solution: Profile = {
  type: 'solution',
  version: 0,
  title: 'Solution partner',
  origin: ORIGIN,
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Does a practice lead want the joint solution to grow, know such work, and have a director behind it?',
      weight: 20,
      weightReason: 'A joint solution grows where a practice lead has time and a goal for it.',
      anchors: [
        'Nobody speaks for it',
        'Curious expert',
        'Practice lead',
        'Done it, or director',
        'Done it and director',
      ],
      rubric: [
        'Different people turn up at each call, and none of them speaks for the solution.',
        'An expert finds it interesting. There is no goal, and work starts when a project happens to come.',
        'A named practice lead has a goal in projects for the first year. It is a first solution with a vendor, and we have met no director.',
        'A named lead with a goal in projects, and one of: took a solution with another vendor to 2 paid projects; a director we met named days for it.',
        'A named lead with a goal in projects, who showed 2 paid projects of a solution with another vendor; a director we met named days for it.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Which customers and projects do you picture in two years?',
        'When did you share bad news or a doubt with a vendor early?',
        'How many projects won together make a good first year?',
        'Which solution did you form with a vendor before, and what came of it?',
        'Who above you decides on days and money, and when can we meet?',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question:
        'Does their offer add to ours for a problem that customers of both have, and have they delivered?',
      weight: 15,
      weightReason: 'The solution sells only if customers of both name the problem it solves.',
      anchors: [
        'Adds nothing to ours',
        'Could help',
        'Problem is named',
        'Customers or record',
        'Customers and record',
      ],
      rubric: [
        'Their offer neither improves ours nor helps with a problem that our customers name.',
        'Their offer could help customers of ours. What each side looks for is not clear.',
        'A problem that needs both offers is named, and each side says what it wants. Finished projects were not shown.',
        'One of: 2 customers, named, describe the problem; 2 similar projects shown with plan and result; a reference we called confirms a project.',
        'Two of: 4 customers, named, describe the problem; 3 similar projects shown with plan and result; 2 references we called confirm a project.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What does a solution partner do for us, and what stays with us?',
        'Which goal of ours for this year does the solution serve, and which of yours?',
        'Which customers describe the problem, and what can ours do only with yours?',
        'May we see 3 finished projects of this size, and call a customer?',
      ],
      saasPrompts: ['How did the move to subscriptions change your projects, and what comes next?'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Can they make our product work with the rest of the solution, and keep it working as parts change?',
      weight: 20,
      weightReason: 'Parts that do not work together cannot be sold as one solution.',
      anchors: [
        'Cannot be joined',
        'New code each time',
        'A trial runs',
        'Trial, team or steps',
        'Trial, team, steps',
      ],
      rubric: [
        'The parts cannot exchange what the solution needs, or nobody there knows how to make them.',
        'Each customer would need code of its own, and nobody would keep it current.',
        'A trial was seen to join the parts through documented interfaces. Skill with our product and upkeep were not shown.',
        'A trial seen to run, and one of: 2 consultants met who know both products; parts they joined 2 years ago shown running; a written method opened.',
        'A trial seen to run, and two of: 2 consultants met who know both products; parts they joined 2 years ago shown running; a written method opened.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'May we see the solution in a test account, and which steps need handwork?',
        'Which consultants know the systems involved, and from which projects?',
        'What is your method from first workshop to sign-off, and may we read it?',
        'What did you release last year, and how soon after a vendor changed something?',
      ],
      saasPrompts: ['Who bills each subscription in the solution, and books changes and renewals?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Will they shape the solution with us, lead its projects well, and support and train after go-live?',
      weight: 15,
      weightReason: 'A project is led, supported and taught by both, so the help must be there.',
      anchors: [
        'Gone when it is done',
        'Help by the hour',
        'Each does its part',
        'Piece, plan or desk',
        'Plan and desk',
      ],
      rubric: [
        'They finish the project and go. Afterwards neither the customer nor we get an answer.',
        'Help is sold by the hour when somebody asks. Nobody leads the project as a whole, and ideas stay with them.',
        'A project lead and support exist. Each side would develop its own part and tell the other later.',
        'One of: a first joint piece named, with days from each side; plan and lead of a project shown; a support desk shown, with reply times.',
        'Two of: a first joint piece or demo shown; plan and lead of a project shown; a support desk with reply times, confirmed by a customer.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What would we develop together, with how many days from each side?',
        'May we see the plan of a project under way: lead, milestones, changes?',
        'After go-live, in which hours do you help, and how does a case reach us?',
        'How do consultants learn our product, how often again, and with what from us?',
      ],
      saasPrompts: ['After go-live, who checks that the customer uses it and will renew?'],
    },
    {
      ...marketAccess,
      weight: 15,
      weightReason: 'Projects come from our customers too, so we do not depend on their reach.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: TRIAL_MINIMUM },
  lanes: {
    deep: { label: 'Joint solution', next: 'Scope a first joint project with a named customer.' },
    fast: {
      label: 'Single projects',
      next: 'Work together where a customer wants both, and write up each project.',
    },
    pass: {
      label: 'Close on good terms',
      next: 'Close it in a friendly way, and name the missing part that would bring us back.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A famous consultancy that would look well on our slides.',
      whyItFails: 'Their name sells their days. Without a team for our product, no project with it starts.',
      asks: ['Have them name 5 target accounts they run projects for, and who leads each; call 1 of these.'],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'They sit at many of our customers, and one module of their own does much of what we do.',
      whyItFails:
        'Who designs the solution picks its parts. Ours may be the part they replace in the next phase.',
      asks: ['Draw the solution part by part: does each of theirs add to ours, or could it take our place?'],
      caps: { lane: 'pass' },
    },
    {
      ...checkTexts('enthusiastic-contact'),
      looksLike: 'One consultant talks about us everywhere, and their practice has no plan for it.',
      whyItFails: 'The next large project takes that consultant away, and the solution stands still.',
      caps: { lane: 'fast' },
    },
  ],
  facts: [],
};
