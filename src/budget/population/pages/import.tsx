import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Remark } from "../../../kernel/remark.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { ChooseFile } from "../../../platform/ui/choose-file.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { FileUnderWay, useSendFile } from "../../../platform/ui/send-file.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { readPopulationFile } from "../contract.ts";
import { IMPORT_MB, readPopulation } from "../rules/import.ts";
import type { PopulationYear } from "../rules/population.ts";
import { replacedYears } from "../rules/replaced.ts";

export type ImportAs = "outcomes" | "forecast";
type Read = {
  readonly name: string;
  readonly region: string | null;
  readonly years: readonly PopulationYear[];
  readonly notes: readonly Pick<Remark, "code" | "params">[];
};
type Faults = readonly Remark[];

/** People from a file or a spreadsheet: checked and shown first, taken when somebody has seen what it holds (T-4). */
export function PopulationImport({
  present,
  onTake,
}: {
  /** What there is already: years that are read in take the place of the same years. */
  readonly present: Readonly<Record<ImportAs, readonly PopulationYear[]>>;
  readonly onTake: (as: ImportAs, years: readonly PopulationYear[]) => void;
}) {
  const t = useTexts("budget");
  const municipality = useSession()?.municipality.name ?? "";
  const { send, cancel, underWay, problem } = useSendFile(readPopulationFile);
  const [region, setRegion] = useState<string>();
  const [as, setAs] = useState<ImportAs>("outcomes");
  const [text, setText] = useState("");
  const [read, setRead] = useState<Read>();
  const [faults, setFaults] = useState<Faults>([]);
  const wanted = region ?? municipality;

  const begin = () => {
    setFaults([]);
    setRead(undefined);
  };
  const check = async (file: File) => {
    begin();
    const answer = await send({ query: { region: wanted }, file });
    if (answer) setRead({ name: answer.filename, ...answer });
  };
  const checkText = () => {
    begin();
    const table = readPopulation(text, wanted);
    if ("faults" in table) setFaults(table.faults);
    else setRead({ name: t("population.pasted"), ...table });
  };
  return (
    <Section
      title={t("population.import")}
      lead={t("population.import-lead", { maxMb: IMPORT_MB })}
      cite="§2.2"
    >
      <div className="population-fields">
        <SelectField
          at="import-as"
          label={t("population.as")}
          value={as}
          onChange={(value) => setAs(value as ImportAs)}
          options={(["outcomes", "forecast"] as const).map((value) => ({
            value,
            label: t(`population.as-${value}`),
          }))}
        />
        <TextField
          at="region"
          label={t("population.region")}
          value={wanted}
          onChange={setRegion}
          maxLength={100}
        />
        <div>
          <ChooseFile
            accept=".csv,.txt,.tsv,.xlsx"
            label={t("population.choose-file")}
            onChosen={(file) => void check(file)}
          >
            {(choose) => (
              <Button variant="secondary" onClick={choose}>
                {t("population.choose-file")}
              </Button>
            )}
          </ChooseFile>
        </div>
      </div>
      <details>
        <summary>{t("population.paste")}</summary>
        <div className="stack">
          <TextArea
            at="population-paste"
            label={t("population.paste")}
            value={text}
            onChange={setText}
            rows={6}
          />
          <div>
            <Button variant="secondary" disabled={text.trim() === ""} onClick={checkText}>
              {t("population.paste-button")}
            </Button>
          </div>
        </div>
      </details>
      {underWay ? <FileUnderWay of={underWay} onCancel={cancel} /> : null}
      <ErrorSummary problem={problem} />
      {faults.length > 0 ? <PasteFaults faults={faults} /> : null}
      {read ? (
        <Preview of={{ ...read, notes: [...replacedYears(present[as], read.years), ...read.notes] }}>
          <Button
            onClick={() => {
              onTake(as, read.years);
              setRead(undefined);
              setText("");
            }}
          >
            {t("population.take")}
          </Button>
          <Button variant="tertiary" onClick={() => setRead(undefined)}>
            {t("population.cancel")}
          </Button>
        </Preview>
      ) : null}
    </Section>
  );
}

function PasteFaults({ faults }: { readonly faults: Faults }) {
  const t = useTexts("budget");
  return (
    <div className="problem" data-color="danger" role="alert">
      <div>
        <p className="problem-title">{t("population.faults")}</p>
        <p>{t("population.faults-detail")}</p>
        <ul className="problem-faults">
          {faults.map(({ code, at, params }) => (
            <li key={`${at} ${code}`}>{dataText(t, "remark", code, params)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Preview({ of, children }: { readonly of: Read; readonly children: React.ReactNode }) {
  const t = useTexts("budget");
  const file = of.region ? `${of.name}, ${of.region},` : of.name;
  return (
    <Section title={t("population.preview", { file })} lead={t("population.preview-lead")} level={3}>
      <DataTable
        caption={t("population.preview-caption")}
        rows={of.years}
        rowKey={({ year }) => String(year)}
        search={false}
        columns={[
          { id: "year", header: t("population.year"), value: ({ year }) => String(year) },
          {
            id: "people",
            header: t("population.people"),
            numeric: true,
            value: ({ people }) => sumOf(people),
          },
          {
            id: "sex",
            header: t("population.by-sex"),
            value: ({ women }) => t(women ? "population.yes" : "population.no"),
          },
        ]}
      />
      {of.notes.length > 0 ? (
        <>
          <p>
            <strong>{t("population.notes")}</strong>
          </p>
          <ul>
            {of.notes.map(({ code, params }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same, and none moves
              <li key={`${i} ${code}`}>{dataText(t, "remark", code, params)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="row">{children}</div>
    </Section>
  );
}
