import { type Day, within } from "../../../kernel/day.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useBodies, useSession } from "../../pages/use-bodies.ts";
import type { BodyView } from "../../pages/use-session.ts";
import type { StepDraft } from "./drafts.ts";

export interface Choices {
  /** Bodies to choose among: those that there are, and those that begin in the steps, by their keys. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly bodies: readonly BodyView[];
  /** Ids that something has. */
  readonly taken: ReadonlySet<string>;
}

export function useChoices(drafts: readonly StepDraft[]): Choices {
  const t = useTexts("organisation");
  const words = useTexts("organisation");
  const { bodies } = useBodies();
  const today = useSession()?.today as Day | undefined;
  const there = bodies.filter(
    ({ validTo, validFrom }) =>
      today === undefined || validFrom > today || within(today, validFrom as Day, validTo as Day | null),
  );
  const begun = drafts
    .filter((draft) => draft.do === "new" && draft.name.trim() !== "")
    .map(({ key, name }) => ({ value: key, label: t("bodies.reorganise.begun", { name: name.trim() }) }));
  return {
    options: [
      ...begun,
      ...there.map(({ id, name, kind }) => ({
        value: id,
        label: `${name} (${words(`organ-kind.${kind}`)})`,
      })),
    ],
    bodies,
    taken: new Set(bodies.map(({ id }) => id)),
  };
}
