import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { numberText } from "../../kernel/format.ts";
import { isBlank } from "../../kernel/written.ts";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { fieldId, TextField } from "../../platform/ui/fields.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { Change, Ground, GroundPart, KeptChange } from "../rules/ground.ts";
import type { Draft } from "./use-draft.ts";
import "./draft.css";

/**
 * What has changed since a draft took it in, with before and after (U-6): taken in with one click, or kept out with a reason.
 * Nothing is shown while nothing has changed.
 */
export function GroundChanges<C extends { readonly ground?: Ground | undefined }>({
  draft,
  chapter,
}: {
  readonly draft: Draft<C>;
  /** Whose texts say what sorts of things there are. */
  readonly chapter: string;
}) {
  const t = useTexts("decisions");
  const changes = draft.view?.changes ?? [];
  if (changes.length === 0) return null;
  const ground = draft.content.ground ?? { parts: [], kept: [] };
  const write = (next: Partial<Ground>) => {
    draft.change({ ...draft.content, ground: { ...ground, ...next } });
    void draft.saveNow();
  };
  const others = (id: string) => ground.kept.filter((kept) => kept.id !== id);
  return (
    <Section
      title={t("ground.title")}
      lead={t("ground.lead")}
      action={
        changes.some(({ kept }) => kept === null) ? (
          <Button variant="secondary" onClick={() => write({ takeIn: true })}>
            {t("ground.take-in")}
          </Button>
        ) : null
      }
    >
      <ul className="ground">
        {changes.map((change) => (
          <li key={change.id} className="sheet stack">
            <Told change={change} chapter={chapter} />
            {change.kept ? (
              <p className="row">
                <KeptReason kept={change.kept} />
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t("ground.take-back-what", { what: change.name })}
                  onClick={() => write({ kept: others(change.id) })}
                >
                  {t("ground.take-back")}
                </Button>
              </p>
            ) : (
              <KeepOut
                change={change}
                onKeep={(reason) =>
                  write({ kept: [...others(change.id), { id: change.id, sha256: change.sha256, reason }] })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function KeepOut({ change, onKeep }: { readonly change: Change; readonly onKeep: (reason: string) => void }) {
  const t = useTexts("decisions");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const at = `ground.${change.id}`;
  return (
    <form
      className="ground-keep"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isBlank(reason)) document.getElementById(fieldId(at))?.focus();
        else onKeep(reason);
      }}
    >
      <TextField
        at={at}
        label={t("ground.reason", { what: change.name })}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        fault={tried && isBlank(reason) ? t("ground.reason-missing") : undefined}
      />
      <Button type="submit" variant="tertiary" data-size="sm">
        {t("ground.keep")}
      </Button>
    </form>
  );
}

/** What has changed, to be read: of what is proposed it waits for a reason, of what is decided it is worth knowing and no more. */
export function LaterChanges({
  changes = [],
  chapter,
  decided,
}: {
  readonly changes: readonly Change[] | undefined;
  readonly chapter: string;
  readonly decided: boolean;
}) {
  const t = useTexts("decisions");
  // What was kept out stands in the version, with its reason
  const later = changes.filter(({ kept }) => kept === null);
  if (later.length === 0) return null;
  const list = (
    <ul className="ground">
      {later.map((change) => (
        <li key={change.id} className="sheet">
          <Told change={change} chapter={chapter} />
        </li>
      ))}
    </ul>
  );
  if (!decided) return <Section title={t("ground.title")}>{list}</Section>;
  return (
    <details>
      <summary>{t("ground.later", { count: later.length })}</summary>
      <p className="quiet">{t("ground.later-lead")}</p>
      {list}
    </details>
  );
}

/** What was kept out when a version was written, with the reasons: they follow the version. */
export function KeptOut({ ground }: { readonly ground: Ground | undefined }) {
  const t = useTexts("decisions");
  if (!ground || ground.kept.length === 0) return null;
  return (
    <Section title={t("ground.kept-title")} lead={t("ground.kept-lead")}>
      <ul className="ground">
        {ground.kept.map((kept) => (
          <li key={kept.id} className="sheet stack">
            <BeforeAndAfter
              name={(kept.now ?? kept.before)?.name ?? kept.id}
              before={kept.before ?? null}
              now={kept.now ?? null}
            />
            <p>
              <KeptReason kept={kept} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Told({ change, chapter }: { readonly change: Change; readonly chapter: string }) {
  const { t } = useTranslation([chapter, "platform"], { nsMode: "fallback" });
  return (
    <div>
      <BeforeAndAfter {...change} />
      <span className="quiet small">{t(`ground.${change.sort}`, { defaultValue: change.sort })}</span>
    </div>
  );
}

function BeforeAndAfter({
  name,
  before,
  now,
}: {
  readonly name: string;
  readonly before: GroundPart | null;
  readonly now: GroundPart | null;
}) {
  const t = useTexts("decisions");
  const said = useSaid();
  const [was, is] = [said(before), said(now)];
  const same = before !== null && now !== null && was === is;
  return (
    <p className="ground-change">
      <strong lang="sv">{name}</strong>
      {": "}
      {same ? (
        t("ground.otherwise")
      ) : (
        <>
          <span className="num">{before ? was : t("ground.none")}</span>
          <span aria-hidden="true"> → </span>
          <span className="ds-sr-only"> {t("ground.became")} </span>
          <strong className="num">{now ? is : t("ground.gone")}</strong>
        </>
      )}
      {now?.on ? (
        <>
          {", "}
          {t("ground.on")} <When at={now.on} />
        </>
      ) : null}
    </p>
  );
}

/** What a thing says, as it is written: 87,5 procent. */
function useSaid(): (part: GroundPart | null) => string {
  const language = useLanguage();
  return (part) => {
    if (part?.says == null) return "–";
    const { says, unit } = part;
    const decimals = String(says).split(".")[1]?.length ?? 0;
    const text = typeof says === "number" ? numberText(says, language, decimals) : says;
    return unit === undefined ? text : `${text} ${unit}`;
  };
}

function KeptReason({ kept }: { readonly kept: Pick<KeptChange, "reason" | "by" | "on"> }) {
  const t = useTexts("decisions");
  const { known, personName } = usePeople();
  return (
    <span>
      {t("ground.kept")} <span lang="sv">{kept.reason}</span>{" "}
      <span className="quiet small">
        {known && kept.by ? `${personName(kept.by)}, ` : ""}
        {kept.on ? <When at={kept.on} /> : null}
      </span>
    </span>
  );
}
