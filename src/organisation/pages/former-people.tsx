import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { z } from "zod";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { TextArea } from "../../platform/ui/fields.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { eraseFormer, listFormer } from "../contract.ts";
import { PERSONAL_DATA } from "../kind.ts";
import { ERASING, MAX_ERASE_REASON } from "../rules/erasing.ts";
import { useMayOf } from "./may-read.tsx";

type Former = z.output<typeof listFormer.returns>[number];
type LeftIn = z.output<typeof eraseFormer.returns>["leftIn"];

/** Those who hold no post any more, for who may take their names away; nothing for others, to whom they are nobody's business. */
export function FormerPeople() {
  const t = useTexts("organisation");
  const may = useMayOf("executive", `erase:${PERSONAL_DATA.object}`)?.allowed === true;
  const former = useApi(listFormer, {}, { when: may });
  const [chosen, setChosen] = useState<Former>();
  const [leftIn, setLeftIn] = useState<LeftIn>([]);
  if (!may) return null;
  return (
    <Section title={t("page.former.title")} lead={t("page.former.lead")} cite={ERASING}>
      <div role="status">
        {leftIn.length > 0 ? (
          <>
            <p>{t("page.former.left")}</p>
            <ul>
              {leftIn.map(({ name, href }) => (
                <li key={href}>
                  <Link href={href}>{name}</Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <Loaded of={former} lines={3}>
        {(rows) => (
          <DataTable
            caption={t("page.former.caption", { count: rows.length })}
            rows={rows}
            rowKey={(row) => row.id}
            search={false}
            empty={<EmptyState title={t("page.former.none")}>{t("page.former.none-detail")}</EmptyState>}
            columns={[
              { id: "name", header: t("page.former.name"), value: (row) => row.name },
              {
                id: "post",
                header: t("page.former.post"),
                value: (row) => [row.title, row.body].filter(Boolean).join(", "),
              },
              {
                id: "until",
                header: t("page.former.until"),
                value: (row) => row.until,
                cell: (row) => (row.until ? <When at={row.until} /> : "–"),
              },
              {
                id: "erase",
                header: t("page.former.erase"),
                value: () => null,
                unsortable: true,
                cell: (row) => (
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t("page.former.erase-who", { name: row.name })}
                    onClick={() => setChosen(row)}
                  >
                    {t("page.former.erase")}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {chosen ? (
        <EraseDialog
          key={chosen.id}
          person={chosen}
          onClose={() => setChosen(undefined)}
          onDone={(left) => {
            setLeftIn(left);
            setChosen(undefined);
          }}
        />
      ) : null}
    </Section>
  );
}

/** Nothing can bring a name back: what goes and what stays is said before, with the reason. */
function EraseDialog({
  person,
  onClose,
  onDone,
}: {
  readonly person: Former;
  readonly onClose: () => void;
  readonly onDone: (leftIn: LeftIn) => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(eraseFormer);
  const [reason, setReason] = useState("");
  const erase = async () => {
    const done = await save({ params: { person: person.id }, body: { reason } });
    if (!done) return;
    toast(t("page.former.done"));
    onDone(done.value.leftIn);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("page.former.erase-who", { name: person.name })}
      footer={
        <>
          <Button data-color="danger" loading={saving} onClick={() => void erase()}>
            {t("page.former.confirm")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("page.former.cancel")}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void erase();
        }}
      >
        <ErrorSummary problem={problem} />
        <h3 className="ds-heading" data-size="2xs">
          {t("page.former.goes")}
        </h3>
        <ul>
          <li>{t("page.former.goes-data")}</li>
          <li>{t("page.former.goes-account")}</li>
        </ul>
        <h3 className="ds-heading" data-size="2xs">
          {t("page.former.stays")}
        </h3>
        <ul>
          <li>{t("page.former.stays-decided")}</li>
          <li>{t("page.former.stays-acts")}</li>
          <li>{t("page.former.stays-written")}</li>
        </ul>
        <TextArea
          at="reason"
          label={t("page.former.reason")}
          help={t("page.former.reason-help")}
          value={reason}
          maxLength={MAX_ERASE_REASON}
          problem={problem}
          onChange={setReason}
        />
      </form>
    </Dialog>
  );
}
