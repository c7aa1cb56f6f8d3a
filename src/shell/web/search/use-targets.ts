import { listDecisions } from "../../../decisions/contract.ts";
import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { listRegister } from "../../../documents/contract.ts";
import { getGoalTree } from "../../../goals/contract.ts";
import { useBodies } from "../../../organisation/pages/use-session.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { usePageExists } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { menu } from "../menu.ts";
import type { Target } from "./find.ts";

/** All that can be gone to by name: pages, bodies, the year's goals, decisions and documents. */
export function useTargets(): readonly Target[] {
  const t = useTexts("shell");
  const kindName = useKindName();
  const has = usePageExists();
  const { year } = useChoice();
  const bodies = useBodies();
  const goals = useApi(getGoalTree, { params: { year } }, { when: has("/mal/x/y") }).data?.goals ?? [];
  const decisions = useApi(listDecisions, {}, { when: has("/beslut/1") }).data ?? [];
  const documents = useApi(listRegister, {}, { when: has("/dokument") }).data ?? [];
  return [
    ...menu.map(
      (entry): Target => ({
        kind: "page",
        title: t(`page.menu.${entry.text}`),
        where: entry.cite,
        href: entry.path,
      }),
    ),
    ...bodies.map(
      (body): Target => ({
        kind: "body",
        title: body.name,
        where: t("page.search.body-where"),
        href: `${has("/mal") ? "/mal" : "/"}?organ=${body.id}`,
      }),
    ),
    ...goals.map(
      (goal): Target => ({
        kind: "goal",
        title: goal.wording,
        where: `${goal.bodyName} ${goal.year}`,
        href: `/mal/${goal.body}/${goal.id}?ar=${goal.year}`,
      }),
    ),
    ...decisions.map(
      (decision): Target => ({
        kind: "decision",
        title: decision.sentence ?? `${kindName(decision.kind)} ${decision.year}`,
        where: `${kindName(decision.kind)} ${decision.year}, ${decision.organ} ${decision.paragraph}, ${decision.decidedOn}, ${decision.reference}`,
        href: `/beslut/${decision.number}`,
      }),
    ),
    ...documents
      .filter((row) => row.origin === "registered")
      .map(
        (row): Target => ({
          kind: "document",
          title: row.title,
          where: `${row.typeName}, ${row.bodyName}`,
          href: row.href,
        }),
      ),
  ];
}
