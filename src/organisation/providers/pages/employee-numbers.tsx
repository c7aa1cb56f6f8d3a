import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { PersonField } from "../../pages/person-field.tsx";
import { useSole } from "../../pages/use-bodies.ts";
import { listEmployeeNumbers, putEmployeeNumber } from "../contract.ts";

/** The numbers that people are known by at their first sign-in. */
export function EmployeeNumbers() {
  const t = useTexts("organisation");
  const toast = useToast();
  const numbers = useApi(listEmployeeNumbers, {});
  const executive = useSole("executive")?.id ?? "";
  const { save, saving, problem } = useSave(putEmployeeNumber);
  const [person, setPerson] = useState("");
  const [number, setNumber] = useState("");
  const [tried, setTried] = useState(false);
  const lacking =
    tried && (person === "" || number.trim() === "") ? t("providers.number-missing") : undefined;
  const add = async () => {
    setTried(true);
    if (person === "" || number.trim() === "") return;
    if (!(await save({ params: { person }, body: { number: number.trim() } }))) return;
    setPerson("");
    setNumber("");
    setTried(false);
  };
  const remove = async (of: { readonly person: string; readonly number: string }) => {
    if (await save({ params: { person: of.person }, body: { number: null } }))
      toast(t("providers.number-removed"), {
        undo: () => save({ params: { person: of.person }, body: { number: of.number } }),
      });
  };
  return (
    <Section title={t("providers.numbers")} lead={t("providers.numbers-lead")}>
      <div className="stack">
        <Loaded of={numbers} lines={3}>
          {(rows) => (
            <DataTable
              caption={t("providers.numbers")}
              copy={false}
              rows={rows}
              rowKey={(row) => row.person}
              empty={
                <EmptyState title={t("providers.numbers-none")}>
                  {t("providers.numbers-none-detail")}
                </EmptyState>
              }
              columns={[
                { id: "person", header: t("providers.number-person"), value: ({ name }) => name },
                { id: "number", header: t("providers.number"), value: (row) => row.number },
                {
                  id: "remove",
                  header: t("providers.number-remove"),
                  unsortable: true,
                  value: () => "",
                  cell: (row) => (
                    <Button
                      variant="tertiary"
                      data-size="sm"
                      aria-label={t("providers.number-remove-named", { name: row.name })}
                      onClick={() => void remove(row)}
                    >
                      {t("providers.number-remove")}
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <ErrorSummary problem={problem} />
          <PersonField
            at="number-person"
            body={executive}
            label={t("providers.number-person")}
            value={person}
            onChange={setPerson}
            fault={lacking}
          />
          <TextField
            at="number"
            label={t("providers.number")}
            autoComplete="off"
            maxLength={40}
            value={number}
            onChange={setNumber}
            problem={problem}
          />
          <div>
            <Button type="submit" variant="secondary" loading={saving}>
              {t("providers.number-save")}
            </Button>
          </div>
        </form>
      </div>
    </Section>
  );
}
