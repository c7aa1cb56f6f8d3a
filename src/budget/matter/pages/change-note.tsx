import { TextArea } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Budget } from "../../base/contract.ts";

/** What the writer says of the changes and why: told where versions are compared and in what happened step by step (§2.4). */
export function ChangeNote({
  budget,
  change,
  problem,
}: {
  readonly budget: Budget;
  readonly change: (part: Partial<Budget>) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("budget");
  return (
    <Section title={t("compare.note")} lead={t("compare.note-lead")} cite="§2.4">
      <TextArea
        at="changeNote"
        label={t("compare.note")}
        value={budget.changeNote ?? ""}
        onChange={(changeNote) => change({ changeNote })}
        problem={problem}
      />
    </Section>
  );
}
