import { Button } from "@digdir/designsystemet-react";
import { useMemo, useState } from "react";
import { lastingId } from "../../../kernel/plain-id.ts";
import { fieldId } from "../../../platform/ui/fields.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { Sheet } from "../../../platform/ui/sheet/sheet.tsx";
import type { SheetColumn } from "../../../platform/ui/sheet/sheet-types.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { BODY_KINDS, type BodyKind } from "../../rules/organisation.ts";
import { getBodyRows, putBodyRows, readBodiesTable } from "../contract.ts";
import { type BodyDifferences, type BodyRow, bodyDifferences, MAX_BODIES } from "../rules/bodies.ts";
import { BodyTree } from "./body-tree.tsx";
import { type SheetFaultCode, TableFile } from "./table-file.tsx";

/** The organisation in a sheet, to be made one's own before anything is decided, and as a picture of who belongs to whom. */
export function OrganisationStep() {
  const read = useApi(getBodyRows, {});
  return (
    <Loaded of={read} lines={12}>
      {({ rows, may }) => <Bodies key={read.etag} stored={rows} may={may} etag={read.etag} />}
    </Loaded>
  );
}

function Bodies({
  stored,
  may,
  etag,
}: {
  readonly stored: readonly BodyRow[];
  readonly may: Parameters<typeof MayButton>[0]["may"];
  readonly etag: string | undefined;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const [rows, setRows] = useState<readonly BodyRow[]>(stored);
  const [file, setFile] = useState<string>();
  const { save, saving, problem } = useSave(putBodyRows);
  const columns = useColumns(rows);
  const changes = bodyDifferences(stored, rows);
  const count = changes.added.length + changes.renamed.length + changes.moved.length + changes.removed.length;
  const store = async () => {
    const plain = rows.map(({ key, name, kind, parent }) => ({ key, name, kind, parent }));
    if (await save({ body: { rows: plain }, ifMatch: etag })) toast(t("setup.bodies.stored"));
  };
  return (
    <>
      <Section title={t("setup.bodies.title")} lead={t("setup.bodies.lead")} cite="§3">
        <ErrorSummary problem={problem} />
        <TableFile
          route={readBodiesTable}
          label={t("setup.bodies.file")}
          help={t("setup.bodies.file-help")}
          onRead={(answer, name) => {
            setRows(answer.rows);
            setFile(name);
          }}
        />
        <div id={fieldId("rows")} tabIndex={-1}>
          <Sheet<BodyRow>
            caption={t("setup.bodies.title")}
            rows={rows}
            columns={columns}
            rowKey={({ key }) => key}
            newRow={() => ({ key: lastingId("ny"), name: "", kind: "unit", parent: rows[0]?.key ?? null })}
            maxRows={MAX_BODIES}
            onChange={setRows}
            fault={({ code, params }) => t(`setup.bodies.fault.${code as SheetFaultCode}`, params)}
          />
        </div>
        {count > 0 ? (
          <div className="stack">
            {file === undefined ? null : <p className="quiet small">{t("setup.file-read", { file })}</p>}
            <Differences of={changes} />
            <div className="row">
              <MayButton may={may} busy={saving} onPress={store}>
                {t("setup.bodies.save")}
              </MayButton>
              <Button variant="tertiary" onClick={() => setRows(stored)}>
                {t("setup.take-back")}
              </Button>
            </div>
          </div>
        ) : null}
      </Section>
      <Section title={t("setup.bodies.picture")}>
        <BodyTree rows={rows} />
      </Section>
    </>
  );
}

const SHOWN = 20;

/** What would change, in names, before it is stored. */
function Differences({ of }: { readonly of: BodyDifferences }) {
  const t = useTexts("organisation");
  const names = (all: readonly string[]) =>
    all.length > SHOWN
      ? `${all.slice(0, SHOWN).join(", ")} ${t("setup.and-more", { count: all.length - SHOWN })}`
      : all.join(", ");
  const renamed = of.renamed.map(({ before, after }) => `${before} → ${after}`);
  return (
    <ul className="plain-list" aria-label={t("setup.bodies.changes")}>
      {of.added.length > 0 ? <li>{t("setup.bodies.added", { names: names(of.added) })}</li> : null}
      {renamed.length > 0 ? <li>{t("setup.bodies.renamed", { names: names(renamed) })}</li> : null}
      {of.moved.length > 0 ? <li>{t("setup.bodies.moved", { names: names(of.moved) })}</li> : null}
      {of.removed.length > 0 ? <li>{t("setup.bodies.removed", { names: names(of.removed) })}</li> : null}
    </ul>
  );
}

function useColumns(rows: readonly BodyRow[]): SheetColumn<BodyRow>[] {
  const t = useTexts("organisation");
  const names = rows.map(({ key, name }) => `${key}\n${name}`).join("\n\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew when a name is another, and not at every act
  return useMemo(() => {
    const nameOf = (key: string | null) => rows.find((row) => row.key === key)?.name ?? "";
    const above = [
      { value: "", label: t("setup.bodies.top") },
      ...rows.map(({ key, name }) => ({ value: key, label: name })),
    ];
    return [
      {
        id: "name",
        title: t("setup.bodies.name"),
        width: 280,
        frozen: true,
        text: (row) => row.name,
        edit: {
          take: (row, text) =>
            text.trim().length > 200
              ? { code: "too-long", params: { max: 200 } }
              : { ...row, name: text.trim() },
        },
      },
      {
        id: "kind",
        title: t("setup.bodies.kind"),
        width: 180,
        text: (row) => t(`organ-kind.${row.kind}`),
        edit: {
          text: (row) => row.kind,
          choices: () => BODY_KINDS.map((kind) => ({ value: kind, label: t(`organ-kind.${kind}`) })),
          take: (row, text) =>
            BODY_KINDS.includes(text as BodyKind)
              ? { ...row, kind: text as BodyKind }
              : { code: "no-choice", params: { text } },
        },
      },
      {
        id: "parent",
        title: t("setup.bodies.parent"),
        width: 280,
        text: (row) => (row.parent === null ? "" : nameOf(row.parent)),
        edit: {
          text: (row) => row.parent ?? "",
          choices: () => above,
          take: (row, text) => ({ ...row, parent: text === "" ? null : text }),
        },
      },
    ];
  }, [t, names]);
}
