import { randomUUID } from "node:crypto";
import { budgetChapter } from "../budget/chapter.ts";
import { budgetDocuments } from "../budget/document/documents.ts";
import { budgetKinds } from "../budget/kinds.ts";
import { inhabitants, populationFigures } from "../budget/population/figures.ts";
import { budgetHandlers } from "../budget/routes.ts";
import { controlChapter } from "../control/chapter.ts";
import { evidenceHandlers } from "../control/evidence/routes.ts";
import { controlKinds } from "../control/kinds.ts";
import { noticeHandlers } from "../control/noticed/routes.ts";
import { controlHandlers } from "../control/routes.ts";
import { supervisionKinds } from "../control/supervision/kinds.ts";
import { supervisionHandlers } from "../control/supervision/routes.ts";
import { assignmentsChapter } from "../decisions/assignments/chapter.ts";
import { decisionsChapter } from "../decisions/chapter.ts";
import { courseChapter } from "../decisions/course/chapter.ts";
import { courseHandlers } from "../decisions/course/routes.ts";
import { asReader, mustReadMatter } from "../decisions/facts/reading.ts";
import { headHandlers } from "../decisions/heads/routes.ts";
import type { DecidedDocuments } from "../decisions/jobs.ts";
import { type AnyMatterKind, type Kinds, kindsOf } from "../decisions/matter-kinds.ts";
import { paperHandlers } from "../decisions/paper/routes.ts";
import { decisionRoutes } from "../decisions/routes.ts";
import { isUnreadRow } from "../decisions/store/secrecy.ts";
import { threadHandlers } from "../decisions/thread/routes.ts";
import { writersChapter } from "../decisions/writers/chapter.ts";
import { documentsChapter } from "../documents/chapter.ts";
import { documentHandlers } from "../documents/routes.ts";
import { followupChapter } from "../followup/chapter.ts";
import { staffFigures } from "../followup/figures.ts";
import { judgedGoals } from "../followup/judged/facts.ts";
import { followupKinds } from "../followup/kinds.ts";
import { ownerReportChapter } from "../followup/owner/chapter.ts";
import { ownerReportDocuments } from "../followup/owner/paper/document.ts";
import { reportDocuments } from "../followup/paper/document.ts";
import { followupHandlers } from "../followup/routes.ts";
import { unitForecastChapter } from "../followup/unit/chapter.ts";
import type { FigureSource } from "../goals/analyses/figures.ts";
import { goalFigures } from "../goals/analyses/goal-figures.ts";
import { analysisKinds } from "../goals/analyses/kinds.ts";
import { analysisHandlers } from "../goals/analyses/routes.ts";
import { goalsChapter } from "../goals/chapter.ts";
import type { ComputedSources } from "../goals/indicators/computed/sources.ts";
import { goalKinds } from "../goals/kinds.ts";
import { goalHandlers } from "../goals/routes.ts";
import { ledgerChapter } from "../ledger/chapter.ts";
import { outcomeFigures } from "../ledger/figures.ts";
import { measuredAccounts } from "../ledger/measured.ts";
import { ledgerHandlers } from "../ledger/routes.ts";
import { lessonsChapter } from "../lessons/chapter.ts";
import { lessonHandlers } from "../lessons/routes.ts";
import { accountHandlers } from "../organisation/accounts/routes.ts";
import { onReadingDay } from "../organisation/bodies/reading-day.ts";
import { bodyHandlers } from "../organisation/bodies/routes.ts";
import { bodiesTableHandlers } from "../organisation/bodies/table.ts";
import { changeHandlers } from "../organisation/changes/routes.ts";
import { organisationChapter } from "../organisation/chapter.ts";
import { erasingHandlers } from "../organisation/erasing.ts";
import { handoverHandlers } from "../organisation/handover/routes.ts";
import { installationHandlers } from "../organisation/installation/routes.ts";
import { mandateHandlers } from "../organisation/mandates/routes.ts";
import type { MandateAction } from "../organisation/mandates/rules/changing.ts";
import { withNameSight } from "../organisation/name-sight.ts";
import { knownHandlers } from "../organisation/people/known-routes.ts";
import { peopleHandlers } from "../organisation/people/routes.ts";
import { tableHandlers } from "../organisation/people/table.ts";
import { type Outside, providerHandlers } from "../organisation/providers/routes.ts";
import { providerSignInHandlers } from "../organisation/providers/sign-in-routes.ts";
import { requestHandlers } from "../organisation/requests/routes.ts";
import { organisationRoutes } from "../organisation/routes.ts";
import { serviceAccountHandlers } from "../organisation/service-accounts/routes.ts";
import { setupChapter } from "../organisation/setup/chapter.ts";
import { setupHandlers } from "../organisation/setup/routes.ts";
import { nameSight } from "../organisation/store.ts";
import { plansChapter } from "../plans/chapter.ts";
import { planKinds } from "../plans/kinds.ts";
import { planHandlers } from "../plans/routes.ts";
import type { Chapter } from "../platform/chapter.ts";
import type { Config } from "../platform/config.ts";
import type { Handler } from "../platform/http/handle.ts";
import { intakeHandlers } from "../platform/intake/routes.ts";
import { outsideFetch } from "../platform/outside.ts";
import { sealBy } from "../platform/sign-in/seal.ts";
import { measuredStaff } from "../staff/measured.ts";
import { staffHandlers } from "../staff/routes.ts";
import { yearChapter } from "../year/chapter.ts";
import { yearKinds } from "../year/kinds.ts";
import { reminderHandlers } from "../year/reminders/routes.ts";
import { yearHandlers } from "../year/routes.ts";
import { knowsDocument, mandateActions } from "./mandate-house.ts";
import { EVERYTHING, objects } from "./objects.ts";

/** The figures that a situation analysis can fetch, from all chapters. */
const figureSources: readonly FigureSource[] = [goalFigures, populationFigures, outcomeFigures, staffFigures];

/** What the values of indicators are computed from (V-7). */
const computedSources: ComputedSources = { ledger: measuredAccounts, staff: measuredStaff, inhabitants };

/** Everything that can be decided, from all chapters. */
const matterKinds: readonly AnyMatterKind[] = [
  ...yearKinds,
  ...goalKinds(judgedGoals),
  ...analysisKinds(figureSources),
  ...budgetKinds,
  ...controlKinds,
  ...supervisionKinds,
  ...planKinds,
  ...followupKinds,
];

/** What each chapter declares to the house, in the order in which their lines stand where they are due the same day. */
const declarations: readonly ((kinds: Kinds) => Chapter)[] = [
  yearChapter,
  decisionsChapter,
  () => assignmentsChapter,
  () => documentsChapter,
  goalsChapter,
  () => budgetChapter,
  () => controlChapter,
  () => plansChapter,
  () => followupChapter,
  () => lessonsChapter,
  () => unitForecastChapter,
  () => ownerReportChapter,
  () => courseChapter,
  () => organisationChapter,
  () => ledgerChapter,
  writersChapter,
];

/** What leaves the house as documents when it has been decided. */
export const decidedDocuments: readonly DecidedDocuments[] = [
  budgetDocuments,
  reportDocuments,
  ownerReportDocuments,
];

export interface House {
  readonly kinds: Kinds;
  readonly chapters: readonly Chapter[];
  /** All routes, in the order of the model's chapters. */
  readonly handlers: readonly Handler[];
}

/** What stands in the house beside its own chapters: a kind of matter and its chapter's declaration. */
export interface Addition {
  readonly kinds: readonly AnyMatterKind[];
  readonly chapter: Chapter;
}

/**
 * What a route reads of the organisation is as it is on the reader's day; what is secret by law is what the one who asks may read, whichever route it is; and who has a protected
 * identity is named to those who have need of it. What leaves as a file is read by others too: in that nobody is.
 */
const forReader = (handler: Handler): Handler => ({
  ...handler,
  run: (asked, read) =>
    onReadingDay(asked.ctx, () =>
      asReader(asked, () =>
        handler.route.produces
          ? handler.run(asked, read)
          : withNameSight(
              (tx) => nameSight(tx, asked.ctx),
              () => handler.run(asked, read),
            ),
      ),
    ),
});

/** For whoever only looks at the house: nothing is fetched from outside, and what is sealed is opened by nobody. */
const NOTHING_OUTSIDE: Outside = {
  fetch: outsideFetch([]),
  seal: sealBy(randomUUID()),
  environment: {},
};

/**
 * Puts the chapters together; `more` is for what a test adds to the house, `mail`: how letters are sent, and where they lead; `outside`:
 * how one fetches from outside, and by what secrets.
 */
export function house(
  more: readonly Addition[] = [],
  config: Pick<Config, "mail" | "publicUrl"> = { mail: undefined, publicUrl: undefined },
  outside: Outside = NOTHING_OUTSIDE,
): House {
  const kinds = kindsOf([...matterKinds, ...more.flatMap((one) => one.kinds)]);
  const declared = [...declarations.map((declare) => declare(kinds)), ...more.map((one) => one.chapter)];
  const chapters = [...declared, setupChapter(declared)];
  const actions = (): readonly MandateAction[] => mandateActions(kinds, handlers);
  const handlers: readonly Handler[] = [
    ...intakeHandlers,
    ...installationHandlers,
    ...handoverHandlers,
    ...organisationRoutes,
    ...mandateHandlers({ actions, knowsDocument }),
    ...requestHandlers,
    ...providerSignInHandlers(outside),
    ...providerHandlers(outside),
    ...serviceAccountHandlers,
    ...peopleHandlers,
    ...accountHandlers(config, outside.seal),
    ...tableHandlers,
    ...knownHandlers,
    ...erasingHandlers(chapters),
    ...setupHandlers(chapters),
    ...bodyHandlers(chapters),
    ...bodiesTableHandlers(chapters),
    ...changeHandlers({
      unread: isUnreadRow,
      mustReadMatter,
      objects: new Map([
        ...[EVERYTHING, ...objects].map(({ object, names }) => [object, names] as const),
        ...kinds.all.map(({ routes: { kind } }) => [kind.kind, kind.names] as const),
      ]),
    }),
    ...decisionRoutes(kinds, chapters, decidedDocuments),
    ...paperHandlers(kinds),
    ...headHandlers({ mail: config.mail !== undefined }),
    ...courseHandlers,
    ...threadHandlers(kinds),
    ...documentHandlers(kinds),
    ...yearHandlers(kinds, chapters),
    ...reminderHandlers(config),
    ...lessonHandlers(kinds),
    ...goalHandlers(computedSources),
    ...analysisHandlers(figureSources),
    ...ledgerHandlers,
    ...staffHandlers,
    ...budgetHandlers,
    ...controlHandlers,
    ...evidenceHandlers,
    ...noticeHandlers,
    ...supervisionHandlers,
    ...planHandlers,
    ...followupHandlers,
  ].map(forReader);
  return { kinds, chapters, handlers };
}
