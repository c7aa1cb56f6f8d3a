import { analysisHandlers } from "../analysis/routes.ts";
import { budgetChapter } from "../budget/chapter.ts";
import { budgetDocuments } from "../budget/document/documents.ts";
import { budgetKinds } from "../budget/kinds.ts";
import { budgetHandlers } from "../budget/routes.ts";
import { controlChapter } from "../control/chapter.ts";
import { controlKinds } from "../control/kinds.ts";
import { controlHandlers } from "../control/routes.ts";
import { decisionsChapter } from "../decisions/chapter.ts";
import { courseChapter } from "../decisions/course/chapter.ts";
import { courseHandlers } from "../decisions/course/routes.ts";
import { asReader } from "../decisions/facts/reading.ts";
import { headHandlers } from "../decisions/heads/routes.ts";
import type { DecidedDocuments } from "../decisions/jobs.ts";
import { type AnyMatterKind, type Kinds, kindsOf } from "../decisions/matter-kinds.ts";
import { decisionRoutes } from "../decisions/routes.ts";
import { isUnreadRow } from "../decisions/store/secrecy.ts";
import { writersChapter } from "../decisions/writers/chapter.ts";
import { documentsChapter } from "../documents/chapter.ts";
import { documentHandlers } from "../documents/routes.ts";
import { followupChapter } from "../followup/chapter.ts";
import { followupKinds } from "../followup/kinds.ts";
import { reportDocuments } from "../followup/paper/document.ts";
import { followupHandlers } from "../followup/routes.ts";
import { goalsChapter } from "../goals/chapter.ts";
import { goalKinds } from "../goals/kinds.ts";
import { goalHandlers } from "../goals/routes.ts";
import { ledgerChapter } from "../ledger/chapter.ts";
import { ledgerHandlers } from "../ledger/routes.ts";
import { changeHandlers } from "../organisation/changes/routes.ts";
import { organisationChapter } from "../organisation/chapter.ts";
import { erasingHandlers } from "../organisation/erasing.ts";
import { withNameSight } from "../organisation/name-sight.ts";
import { knownHandlers } from "../organisation/people/known-routes.ts";
import { peopleHandlers } from "../organisation/people/routes.ts";
import { tableHandlers } from "../organisation/people/table.ts";
import { organisationRoutes } from "../organisation/routes.ts";
import { nameSight } from "../organisation/store.ts";
import type { Chapter } from "../platform/chapter.ts";
import type { Handler } from "../platform/http/handle.ts";
import { intakeHandlers } from "../platform/intake/routes.ts";
import { yearChapter } from "../year/chapter.ts";
import { yearKinds } from "../year/kinds.ts";
import { yearHandlers } from "../year/routes.ts";

/** Everything that can be decided, from all chapters. */
const matterKinds: readonly AnyMatterKind[] = [
  ...yearKinds,
  ...goalKinds,
  ...budgetKinds,
  ...controlKinds,
  ...followupKinds,
];

/** What each chapter declares to the house, in the order in which their lines stand where they are due the same day. */
const declarations: readonly ((kinds: Kinds) => Chapter)[] = [
  yearChapter,
  () => decisionsChapter,
  () => documentsChapter,
  goalsChapter,
  () => budgetChapter,
  () => controlChapter,
  () => followupChapter,
  () => courseChapter,
  () => organisationChapter,
  () => ledgerChapter,
  writersChapter,
];

/** What leaves the house as documents when it has been decided. */
export const decidedDocuments: readonly DecidedDocuments[] = [budgetDocuments, reportDocuments];

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
 * What a route reads of what is secret by law is what the one who asks may read, whichever route it is; and who has a protected
 * identity is named to those who have need of it. What leaves as a file is read by others too: in that nobody is.
 */
const forReader = (handler: Handler): Handler => ({
  ...handler,
  run: (asked, read) =>
    asReader(asked, () =>
      handler.route.produces
        ? handler.run(asked, read)
        : withNameSight(
            (tx) => nameSight(tx, asked.ctx),
            () => handler.run(asked, read),
          ),
    ),
});

/** Puts the chapters together; `more` is for what a test adds to the house, `mail`: letters can be sent. */
export function house(
  more: readonly Addition[] = [],
  { mail = false }: { readonly mail?: boolean } = {},
): House {
  const kinds = kindsOf([...matterKinds, ...more.flatMap((one) => one.kinds)]);
  const chapters = [...declarations.map((declare) => declare(kinds)), ...more.map((one) => one.chapter)];
  return {
    kinds,
    chapters,
    handlers: [
      ...intakeHandlers,
      ...organisationRoutes,
      ...peopleHandlers,
      ...tableHandlers,
      ...knownHandlers,
      ...erasingHandlers(chapters),
      ...changeHandlers(isUnreadRow),
      ...decisionRoutes(kinds, chapters, decidedDocuments),
      ...headHandlers({ mail }),
      ...courseHandlers,
      ...documentHandlers(kinds),
      ...yearHandlers(kinds, chapters),
      ...goalHandlers,
      ...ledgerHandlers,
      ...budgetHandlers,
      ...controlHandlers,
      ...analysisHandlers,
      ...followupHandlers,
    ].map(forReader),
  };
}
