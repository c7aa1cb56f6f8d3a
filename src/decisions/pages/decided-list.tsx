import { Button } from "@digdir/designsystemet-react";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { toTsv } from "../../platform/ui/tsv.ts";
import type { DecisionShape } from "../contract.ts";
import { byOrgan, type OfOrgan } from "../rules/by-organ.ts";
import { useKindName } from "./matter-pages.tsx";
import { useDecisionTitle } from "./use-decision-title.ts";
import "../../platform/ui/filters.css";

/** What has been decided, in words, by organ: the council's first. */
export function DecidedList({ all }: { readonly all: readonly DecisionShape[] }) {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const { bodies, nameOf } = useBodies();
  const { body: chosen, choose } = useChoice();
  const { owner } = useLookedAt();
  // What a unit is about its committee decides
  const body = owner ?? chosen;
  const [year, setYear] = useSearchParam("galler");
  const [kind, setKind] = useSearchParam("slag");
  const organs = [...new Map(all.map((d) => [d.organId, d.organ])).entries()];
  const rows = all.filter(
    (d) =>
      (body === undefined || d.organId === body || d.body === body) &&
      (year === undefined || String(d.year) === year) &&
      (kind === undefined || d.kind === kind),
  );
  const groups = byOrgan(rows, bodies);
  const clear = () => {
    choose({ body: undefined });
    if (year !== undefined) setYear(undefined);
    if (kind !== undefined) setKind(undefined);
  };
  return (
    <div className="stack">
      <div className="filters">
        <SelectField
          at="organ"
          label={t("page.organ")}
          value={body ?? ""}
          onChange={(value) => choose({ body: value || undefined })}
          options={[
            { value: "", label: t("page.all-organs") },
            ...organs.map(([value, label]) => ({ value, label })),
            ...(body !== undefined && !organs.some(([id]) => id === body)
              ? [{ value: body, label: nameOf(body) }]
              : []),
          ]}
        />
        <SelectField
          at="year"
          label={t("page.year")}
          value={year ?? ""}
          onChange={(value) => setYear(value || undefined)}
          options={[
            { value: "", label: t("page.all-years") },
            ...[...new Set(all.map((d) => d.year))]
              .sort((a, b) => b - a)
              .map((y) => ({ value: String(y), label: String(y) })),
          ]}
        />
        <SelectField
          at="kind"
          label={t("page.kind")}
          value={kind ?? ""}
          onChange={(value) => setKind(value || undefined)}
          options={[
            { value: "", label: t("page.all-kinds") },
            ...[...new Set(all.map((d) => d.kind))]
              .map((k) => ({ value: k, label: kindName(k) }))
              .sort((a, b) => a.label.localeCompare(b.label, "sv")),
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={t("page.none")}
          action={
            <button type="button" className="ds-link" onClick={clear}>
              {t("page.clear")}
            </button>
          }
        >
          {t("page.none-detail")}
        </EmptyState>
      ) : (
        <>
          <div className="decided-tools">
            <p role="status">{t("page.caption", { count: rows.length })}</p>
            <Copy groups={groups} />
          </div>
          {groups.map((group) => (
            <Organ key={group.organId} group={group} />
          ))}
        </>
      )}
    </div>
  );
}

/** One organ's decisions: the last year's open, the earlier ones folded. */
function Organ({ group: { organId, organ, years } }: { readonly group: OfOrgan<DecisionShape> }) {
  const t = useTexts("decisions");
  const id = `beslut-${organId}`;
  return (
    <section aria-labelledby={id} className="decided-organ">
      <h2 className="ds-heading" data-size="xs" id={id}>
        {organ}
      </h2>
      {years.map(({ year, decisions }, i) => (
        <details key={year} open={i === 0}>
          <summary>{t("page.of-year", { year, count: decisions.length })}</summary>
          <ul className="decided-list">
            {decisions.map((decision) => (
              <li key={decision.number}>
                <Decided decision={decision} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function Decided({ decision }: { readonly decision: DecisionShape }) {
  const t = useTexts("decisions");
  const told = useDecisionTitle()(decision);
  const { votes, reservations } = decision;
  return (
    <>
      <Link href={`/beslut/${decision.number}`} lang="sv">
        {told.title}
      </Link>
      <p className="quiet small">
        {told.matter === told.title ? "" : `${told.matter} · `}
        {decision.paragraph} · <When at={decision.decidedOn} />
        {decision.reference ? " · " : ""}
        <span className="nowrap">{decision.reference}</span>
      </p>
      {votes || reservations.length > 0 ? (
        <details className="small">
          <summary>
            {t(votes ? "page.votes-shown" : "page.reservations-shown", { count: reservations.length })}
          </summary>
          {votes ? <p>{t("page.decision.votes-text", votes)}</p> : null}
          {reservations.length > 0 ? (
            <ul lang="sv">
              {reservations.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          ) : null}
        </details>
      ) : null}
    </>
  );
}

/** All that is listed, folded too, as a spreadsheet takes it. */
function Copy({ groups }: { readonly groups: readonly OfOrgan<DecisionShape>[] }) {
  const t = useTexts("decisions");
  const tOf = useTexts("platform");
  const language = useLanguage();
  const toast = useToast();
  const titleOf = useDecisionTitle();
  if (!navigator.clipboard) return null;
  const copy = async () => {
    const decisions = groups.flatMap(({ years }) => years.flatMap((one) => one.decisions));
    const lines = [
      ["organ", "day", "paragraph", "sentence", "matter", "reference", "for", "against"].map((name) =>
        t(`page.copied.${name as "organ"}`),
      ),
      ...decisions.map((d) => [
        d.organ,
        d.decidedOn,
        d.paragraph,
        d.sentence ?? "",
        titleOf(d).matter,
        d.reference,
        d.votes?.for ?? null,
        d.votes?.against ?? null,
      ]),
    ];
    await navigator.clipboard.writeText(toTsv(lines, language));
    toast(tOf("ui.table.copied", { count: decisions.length }));
  };
  return (
    <Button variant="tertiary" data-size="sm" onClick={() => void copy()}>
      <Icon name="copy" size={18} />
      {tOf("ui.table.copy")}
    </Button>
  );
}
