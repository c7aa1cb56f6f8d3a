import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import type { Column } from "../../platform/ui/data-table.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { ActionView, PlanView } from "../contract.ts";

/** Where who has signed in opens how a commitment goes; nothing for others. */
export function useFollowColumn(): readonly Column<ActionView>[] {
  const t = useTexts("decisions");
  const signedIn = useSession()?.person != null;
  if (!signedIn) return [];
  return [
    {
      id: "follow",
      stays: true,
      header: t("course.open"),
      value: () => null,
      unsortable: true,
      cell: ({ thing, text }) => <ThingButton thing={thing} name={text} />,
    },
  ];
}

/** How many commitments a plan has, and how many of them are done or late. */
export function useTallyColumns(): readonly Column<{ readonly tally: PlanView["units"][number]["tally"] }>[] {
  const t = useTexts("plans");
  return [
    { id: "actions", header: t("page.plans.actions"), value: ({ tally }) => tally.actions, numeric: true },
    { id: "done", header: t("page.plans.done"), value: ({ tally }) => tally.done, numeric: true },
    { id: "late", header: t("page.plans.late"), value: ({ tally }) => tally.late, numeric: true },
  ];
}
