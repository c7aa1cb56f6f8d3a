import { Button } from "@digdir/designsystemet-react";
import { useMemo, useState } from "react";
import type { z } from "zod";
import { type Day, isDay } from "../../../kernel/day.ts";
import { lastingId } from "../../../kernel/plain-id.ts";
import { Bars } from "../../../platform/ui/bars.tsx";
import { fieldId } from "../../../platform/ui/fields.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { Sheet } from "../../../platform/ui/sheet/sheet.tsx";
import type { SheetColumn } from "../../../platform/ui/sheet/sheet-types.ts";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { type BodyView, useBodies, useSession } from "../../pages/use-session.ts";
import { ROLES, type Role } from "../../rules/organisation.ts";
import { addPeople, countPeople, readPeopleTable } from "../contract.ts";
import { SETUP } from "../kind.ts";
import { MAX_PEOPLE } from "../rules/people.ts";
import { type SheetFaultCode, TableFile } from "./table-file.tsx";

type PersonRow = z.output<typeof readPeopleTable.returns>["rows"][number] & { readonly key: string };

/** People and their posts from a table, looked at before they are stored; then how many there are in each body. */
export function PeopleStep() {
  const t = useTexts("organisation");
  const toast = useToast();
  const bodies = useBodies();
  const today = useSession()?.today ?? "";
  const may = useMayOf("council", `edit:${SETUP.object}`);
  const [rows, setRows] = useState<readonly PersonRow[]>([]);
  const [read, setRead] = useState<{ file: string; added: number; given: number; same: number }>();
  const { save, saving, problem } = useSave(addPeople);
  const columns = useColumns(bodies);
  const store = async () => {
    const answer = await save({ body: { rows: rows.map(({ key: _key, ...row }) => row) } });
    if (!answer) return;
    setRows([]);
    setRead(undefined);
    toast(t("setup.people.stored", { ...answer.value }));
  };
  return (
    <>
      <Section title={t("setup.people.title")} lead={t("setup.people.lead")} cite="§3.2">
        <ErrorSummary problem={problem} />
        <TableFile
          route={readPeopleTable}
          label={t("setup.people.file")}
          help={t("setup.people.file-help")}
          onRead={({ rows: found, ...rest }, file) => {
            setRows(found.map((row) => ({ ...row, key: lastingId("rad") })));
            setRead({ file, ...rest });
          }}
        />
        {read ? <p>{t("setup.people.preview", { ...read })}</p> : null}
        <div id={fieldId("rows")} tabIndex={-1}>
          <Sheet<PersonRow>
            caption={t("setup.people.title")}
            rows={rows}
            columns={columns}
            rowKey={({ key }) => key}
            newRow={() => ({
              key: lastingId("rad"),
              name: "",
              email: "",
              body: bodies[0]?.id ?? "",
              role: "employee",
              title: "",
              from: today as Day,
            })}
            maxRows={MAX_PEOPLE}
            onChange={setRows}
            fault={({ code, params }) => t(`setup.bodies.fault.${code as SheetFaultCode}`, params)}
          />
        </div>
        {rows.length > 0 ? (
          <div className="row">
            <MayButton may={may} busy={saving} onPress={store}>
              {t("setup.people.save", { count: rows.length })}
            </MayButton>
            <Button variant="tertiary" onClick={() => setRows([])}>
              {t("setup.take-back")}
            </Button>
          </div>
        ) : null}
      </Section>
      <InEachBody bodies={bodies} />
    </>
  );
}

/** How many hold a post in each body; those with most first. */
function InEachBody({ bodies }: { readonly bodies: readonly BodyView[] }) {
  const t = useTexts("organisation");
  const found = useApi(countPeople, {}).data;
  const counts = new Map(found?.bodies.map(({ body, people }) => [body, people]));
  const bars = bodies
    .flatMap(({ id, name }) => {
      const value = counts.get(id) ?? 0;
      return value === 0 ? [] : [{ key: id, name, value, text: String(value) }];
    })
    .sort((a, b) => b.value - a.value);
  return (
    <Section
      title={t("setup.people.picture")}
      lead={t("setup.people.picture-lead", { count: found?.people ?? 0 })}
    >
      <Bars bars={bars} label={t("setup.people.picture")} />
    </Section>
  );
}

function useColumns(bodies: readonly BodyView[]): SheetColumn<PersonRow>[] {
  const t = useTexts("organisation");
  return useMemo(() => {
    const named = (id: string) => bodies.find((body) => body.id === id)?.name ?? "";
    const places = bodies
      .filter(({ validTo }) => validTo === null)
      .map(({ id, name }) => ({ value: id, label: name }));
    const roles = Object.keys(ROLES) as Role[];
    const words = (id: "name" | "email" | "title", width: number, max: number): SheetColumn<PersonRow> => ({
      id,
      title: t(id === "title" ? "setup.people.job" : `setup.people.${id}`),
      width,
      ...(id === "name" ? { frozen: true } : {}),
      text: (row) => row[id],
      edit: {
        take: (row, text) =>
          text.trim().length > max ? { code: "too-long", params: { max } } : { ...row, [id]: text.trim() },
      },
    });
    return [
      words("name", 200, 200),
      words("email", 220, 254),
      {
        id: "body",
        title: t("setup.people.body"),
        width: 220,
        text: (row) => named(row.body),
        edit: {
          text: (row) => row.body,
          choices: () => places,
          take: (row, text) =>
            places.some(({ value }) => value === text)
              ? { ...row, body: text }
              : { code: "no-choice", params: { text } },
        },
      },
      {
        id: "role",
        title: t("setup.people.role"),
        width: 180,
        text: (row) => dataText(t, "role", row.role),
        edit: {
          text: (row) => row.role,
          choices: () => roles.map((role) => ({ value: role, label: dataText(t, "role", role) })),
          take: (row, text) =>
            roles.includes(text as Role)
              ? { ...row, role: text as Role }
              : { code: "no-choice", params: { text } },
        },
      },
      words("title", 180, 200),
      {
        id: "from",
        title: t("setup.people.from"),
        width: 120,
        text: (row) => row.from,
        edit: {
          take: (row, text) =>
            isDay(text.trim()) ? { ...row, from: text.trim() as Day } : { code: "no-day", params: { text } },
        },
      },
    ];
  }, [t, bodies]);
}
