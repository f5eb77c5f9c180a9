import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import {
  COMPATIBILITY_MINIMUM,
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
        'Does a practice lead want the joint solution to grow, know such work, and have a director along?',
      weight: 20,
      weightReason: 'A joint solution grows where a practice lead has time and a goal for it.',
      anchors: [
        'No one speaks for it',
        'Curious expert, no goal',
        'Lead with a goal, no director',
        'Lead and director, one gap',
        'Done before, director commits',
      ],
      rubric: [
        'Different people turn up at each call, and none of them speaks for the solution.',
        'An expert finds it interesting. There is no goal, and work starts when a project happens to come.',
        'A practice lead has a goal in projects won with us, and shares drafts and doubts. We have met no director.',
        "A practice lead with a goal, and a director whom we have met. Either it is the lead's first solution with a vendor, or no days are set aside.",
        'A practice lead with a goal, who took a solution with another vendor to paid projects. A director met us and set days aside for ours.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: the customers and projects that the practice lead pictures in two years',
        'Way of working: a draft or a doubt that the lead shared with us early',
        'Measure: what counts for the lead, such as projects won together, projects finished, days sold',
        'Experience: a solution that the lead formed with another vendor, and what came of it',
        'Sponsor: the director who decides on days and money, and what that person told us',
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
        'Could help, aims unclear',
        'Problem named, record unseen',
        'Aims agreed, references seen',
        'Many name it, references praise',
      ],
      rubric: [
        'Their offer neither improves ours nor helps with a problem that our customers name.',
        'Their offer could help some of our customers. They look for projects, and what we look for is not clear to them.',
        'A problem that needs both offers is named, and each side says what it wants. Finished projects were not shown.',
        'Aims and parts of both are written down. Two similar projects were shown, and their customers are content.',
        'Aims and parts are written down, several customers name the problem unasked, and references that we chose speak well of them.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What a solution partner of ours does and leaves to us, in their words, and what each side wants',
        'The goal of ours for this year that the solution serves, and the goal of theirs',
        'The problem that takes both offers, told by a customer of each',
        'What our product can do with theirs that it cannot do alone',
        'Three finished projects of this size: plan, result, and what the customer says today',
      ],
      saasPrompts: [
        'How the move from licenses to subscriptions changed their projects, and what they expect next',
      ],
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
        'Custom code each time',
        'Trial runs, skills to learn',
        'Trial, skills and method there',
        'Trial runs, past work kept up',
      ],
      rubric: [
        'The parts cannot exchange what the solution needs, or nobody there knows how to make them.',
        'Each customer would need custom code, and nobody would keep it current.',
        'A trial joins the parts through documented interfaces. Their people still learn our product, upkeep is not settled.',
        'A trial works, people skilled in both products and a written method are there. Upkeep after updates is promised, not shown.',
        'A trial works, skilled people and a method are there, and parts that they joined before have kept working through updates.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'The solution in a test account, and the steps that still need handwork',
        'Consultants skilled in the systems involved, and the projects where they used it',
        'Their method from first workshop to acceptance: design, tests, sign-off',
        'What they released last year, and how soon they adapted when a vendor changed an interface',
      ],
      saasPrompts: [
        'Who bills each subscription within the solution, and how changes and renewals are booked',
      ],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Will they shape the solution with us, lead its projects well, and support and train after go-live?',
      weight: 15,
      weightReason: 'A project is led, supported and taught by both, so the help must be there.',
      anchors: [
        'Gone after the project',
        'Help by the hour',
        'Supports, develops alone',
        'Plans, supports and trains',
        'Led, and one piece made jointly',
      ],
      rubric: [
        'They finish the project and go. Afterwards neither the customer nor we get an answer.',
        'Help is sold by the hour when somebody asks. Nobody leads the project as a whole, and ideas stay with them.',
        'A project lead and a support contract exist. Each side develops its own part and tells the other later.',
        'A shared list of what to develop next, led projects, support with response times, and a training plan.',
        'Projects are led, support and training have dates, and a first piece was made together: a template, a feature, a demo.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What both would develop next, and the days that each side would give',
        'The plan of a project under way: lead, milestones, how changes are agreed',
        'After go-live: hours of support, time to answer, and how a case reaches us',
        'How consultants learn our product: days, exam, and the material they need from us',
        'Training in later years: who teaches, who pays, how often',
      ],
      saasPrompts: [
        'Who looks, after go-live, whether the customer uses the solution and will renew, and what they then do',
      ],
    },
    {
      ...marketAccess,
      weight: 15,
      weightReason: 'Projects come from customers of either side, so their reach is not all we have.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: COMPATIBILITY_MINIMUM },
  lanes: {
    deep: {
      label: 'Joint solution',
      next: 'After the last check is clear, scope a first joint project with a named customer.',
    },
    fast: {
      label: 'Single projects',
      next: 'Work together where a customer wants both, and write up each project.',
    },
    pass: {
      label: 'No lane (pass)',
      next: 'Close it in a friendly way, and name the missing part that would bring us back.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A famous consultancy that would look well on our slides.',
      whyItFails: 'Their name sells their days. Without a team for our product, no project with it starts.',
      asks: [
        'Get project figures: how many with a product like ours went live in the last year, and with whose team?',
      ],
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
