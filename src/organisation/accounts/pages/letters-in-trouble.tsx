import { Button } from "@digdir/designsystemet-react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { type AccountList, sendLetterAgain } from "../contract.ts";
import { Moment } from "./moment.tsx";

type Letter = AccountList["letters"][number];

/** Letters that have not come to those they were for; nothing where all have. */
export function LettersInTrouble({ letters }: { readonly letters: readonly Letter[] }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, problem } = useSave(sendLetterAgain);
  if (letters.length === 0) return null;
  const again = async ({ letter }: Letter) => {
    if (await save({ params: { letter } })) toast(t("accounts.keep.letter-posted-again"));
  };
  const stateOf = ({ state, tries }: Letter) => t(`accounts.keep.letter-state-of.${state}`, { tries });
  return (
    <Section title={t("accounts.keep.letters")}>
      <ProblemPanel problem={problem} focus />
      <DataTable
        caption={t("accounts.keep.letters-caption", { count: letters.length })}
        rows={letters}
        rowKey={({ letter }) => String(letter)}
        search={false}
        columns={[
          { id: "to", header: t("accounts.keep.letter-to"), value: ({ name }) => name },
          {
            id: "kind",
            header: t("accounts.keep.letter-kind"),
            value: ({ kind }) => dataText(t, "accounts.keep.letter-of", kind),
          },
          {
            id: "state",
            header: t("accounts.keep.letter-state"),
            value: stateOf,
            cell: (row) => (
              <Status value={row.state === "waiting" ? "waiting" : "stops"} word={stateOf(row)} />
            ),
            stays: true,
          },
          { id: "fault", header: t("accounts.keep.letter-fault"), value: ({ fault }) => fault },
          {
            id: "posted",
            header: t("accounts.keep.letter-posted"),
            value: ({ postedAt }) => postedAt,
            cell: ({ postedAt }) => <Moment at={postedAt} />,
          },
          {
            id: "again",
            header: t("accounts.keep.letter-again"),
            value: () => null,
            unsortable: true,
            cell: (row) => (
              <Button
                variant="tertiary"
                data-size="sm"
                className="row-action"
                aria-label={t("accounts.keep.letter-again-of", { name: row.name })}
                onClick={() => void again(row)}
              >
                {t("accounts.keep.letter-again")}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}
