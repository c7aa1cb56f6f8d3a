import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../../../platform/ui/api.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { MAX_PASSKEY_NAME, type OwnAccount, removePasskey, renamePasskey } from "../own/contract.ts";
import { Moment } from "./moment.tsx";
import { useAct } from "./use-act.tsx";

type Passkey = OwnAccount["passkeys"][number];

export function OwnPasskeys({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { act, failure, proof } = useAct();
  const [renaming, rename] = useState<Passkey>();
  const remove = ({ id }: Passkey) =>
    act(
      async () => {
        await api(removePasskey, { params: { passkey: id } });
        toast(t("accounts.own.passkey-removed"));
      },
      { fresh: true },
    );
  return (
    <>
      {proof}
      {failure}
      <DataTable
        caption={t("accounts.own.passkeys-caption", { count: passkeys.length })}
        rows={passkeys}
        rowKey={({ id }) => String(id)}
        search={false}
        copy={false}
        columns={[
          { id: "name", header: t("accounts.own.passkey-of"), value: ({ name }) => name },
          {
            id: "made",
            header: t("accounts.own.passkey-made"),
            value: ({ madeAt }) => madeAt,
            cell: ({ madeAt }) => <Moment at={madeAt} />,
          },
          {
            id: "used",
            header: t("accounts.own.passkey-used"),
            value: ({ usedAt }) => usedAt,
            cell: ({ usedAt }) => (usedAt ? <Moment at={usedAt} /> : t("accounts.own.passkey-never")),
          },
          {
            id: "does",
            header: t("accounts.own.passkey-does"),
            value: () => null,
            unsortable: true,
            cell: (row) => (
              <span className="row">
                <Button
                  variant="tertiary"
                  data-size="sm"
                  className="row-action"
                  aria-label={t("accounts.own.passkey-rename-of", { name: row.name })}
                  onClick={() => rename(row)}
                >
                  {t("accounts.own.passkey-rename")}
                </Button>
                <Button
                  variant="tertiary"
                  data-size="sm"
                  className="row-action"
                  aria-label={t("accounts.own.passkey-remove-of", { name: row.name })}
                  onClick={() => void remove(row)}
                >
                  {t("accounts.own.passkey-remove")}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {renaming ? <RenameDialog passkey={renaming} onClose={() => rename(undefined)} /> : null}
    </>
  );
}

function RenameDialog({ passkey, onClose }: { readonly passkey: Passkey; readonly onClose: () => void }) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(renamePasskey);
  const [name, setName] = useState(passkey.name);
  const [fault, setFault] = useState<string>();
  const rename = async () => {
    if (name.trim() === "") return setFault(t("accounts.own.passkey-name-missing"));
    if (await save({ params: { passkey: passkey.id }, body: { name: name.trim() } })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("accounts.own.passkey-rename-of", { name: passkey.name })}
      footer={
        <>
          <Button loading={saving} onClick={() => void rename()}>
            {t("accounts.own.save")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("accounts.own.cancel")}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <ProblemPanel problem={problem} focus />
        <TextField
          at="passkey-rename"
          label={t("accounts.own.passkey-name")}
          maxLength={MAX_PASSKEY_NAME}
          value={name}
          onChange={setName}
          fault={fault}
        />
      </form>
    </Dialog>
  );
}
