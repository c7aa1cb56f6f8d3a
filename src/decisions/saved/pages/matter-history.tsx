import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { History } from "../../../organisation/changes/pages/history.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { DifferencesTable } from "../../pages/differences-table.tsx";
import { getSavedChanges, listSavedRevisions, type SavedRevisionView } from "../contract.ts";
import "../../pages/decisions.css";

/** What has happened to a matter, and what each person last saved of it each day, for those who read its drafts (T-7). */
export function MatterHistory({ matter, kind }: { readonly matter: string; readonly kind: string }) {
  return (
    <>
      <Savings matter={matter} kind={kind} />
      <History of="matter" id={matter} />
    </>
  );
}

function Savings({ matter, kind }: { readonly matter: string; readonly kind: string }) {
  const t = useTexts("decisions");
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("saved.title")} lead={t("saved.lead")}>
      {open ? (
        <SavedList matter={matter} kind={kind} />
      ) : (
        <p>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
            {t("saved.show")}
          </Button>
        </p>
      )}
    </Section>
  );
}

function SavedList({ matter, kind }: { readonly matter: string; readonly kind: string }) {
  const t = useTexts("decisions");
  const saved = useApi(listSavedRevisions, { params: { id: matter } });
  return (
    <Loaded of={saved} lines={4}>
      {(all) =>
        all.length === 0 ? (
          <p className="quiet">{t("saved.none")}</p>
        ) : (
          <ul className="saved-list">
            {all.map((one) => (
              <Saved key={`${one.version} ${one.revision}`} matter={matter} kind={kind} saved={one} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Saved({
  matter,
  kind,
  saved,
}: {
  readonly matter: string;
  readonly kind: string;
  readonly saved: SavedRevisionView;
}) {
  const t = useTexts("decisions");
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="row">
        <When at={saved.savedOn} />
        <span>{t("saved.line", { name: saved.savedBy, version: saved.version })}</span>
        <Button variant="tertiary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "saved.close" : "saved.changes")}
        </Button>
      </div>
      {open ? <Changes matter={matter} kind={kind} saved={saved} /> : null}
    </li>
  );
}

function Changes({
  matter,
  kind,
  saved: { version, revision },
}: {
  readonly matter: string;
  readonly kind: string;
  readonly saved: SavedRevisionView;
}) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const changes = useApi(getSavedChanges, { params: { id: matter, version, revision } });
  return (
    <Loaded of={changes} lines={3}>
      {({ against, differences, more }) => {
        if (against === null) return <p className="quiet">{t("saved.first")}</p>;
        if (differences.length === 0) return <p className="quiet">{t("saved.same")}</p>;
        return (
          <DifferencesTable
            kind={kind}
            rows={differences}
            more={more}
            caption={t("saved.caption", { name: against.savedBy, day: dayText(against.savedOn, language) })}
            headers={{ from: t("saved.from"), to: t("saved.to") }}
          />
        );
      }}
    </Loaded>
  );
}
