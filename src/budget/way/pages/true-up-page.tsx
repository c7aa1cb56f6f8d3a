import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { monthText } from "../../../kernel/format.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { OCCASIONS, type Occasion } from "../../base/rules/true-up-kind.ts";
import { type DemographyTrueUp, getTrueUps, trueUpRoutes } from "../contract.ts";
import type { TrueUpsView } from "./stages-shown.ts";
import { TrueUpCounts } from "./true-up-counts.tsx";
import { TrueUpLines, TrueUpView } from "./true-up-view.tsx";
import "../../../decisions/pages/decisions.css";
import "../../base/pages/economy.css";
import "./stages.css";

const YEAR = /^2\d{3}$/;

/** A true-up of the demography being written: what was counted, and at once what it makes of the allocations (§2.2, E-4). */
export function TrueUpPage() {
  const t = useTexts("budget");
  const { body = "", year = "" } = usePathParams();
  const today = useSession()?.today;
  const occasions = useApi(getTrueUps, { params: { year: Number(year) } }, { when: YEAR.test(year) }).data
    ?.occasions;
  return (
    <WriteMatter
      routes={trueUpRoutes}
      kind="demography-true-up"
      cite="§2.2"
      title={(_name, of) => t("true-up.title", { year: of })}
      lead={t("true-up.lead")}
      back={{ href: `/ekonomi/steg?ar=${year}`, label: t("true-up.back", { year }) }}
      empty={today && occasions ? emptyFor(occasions, today) : undefined}
      next={() => t("true-up.next")}
      read={(content) => <TrueUpView content={content} body={body} year={Number(year)} />}
    >
      {(writing) => <TrueUpWriter {...writing} />}
    </WriteMatter>
  );
}

/** The occasion whose time it is by the year wheel, counted on the last day that it looks at; a wheel without one says nothing. */
const emptyFor = (occasions: TrueUpsView["occasions"], today: string): DemographyTrueUp => {
  const begun = occasions.filter(({ from }) => from <= today).sort((a, b) => a.from.localeCompare(b.from));
  const now = begun.at(-1) ?? occasions[0];
  const until = now?.until ?? today;
  return {
    occasion: now?.occasion ?? "spring",
    countedOn: (until < today ? until : today) as DemographyTrueUp["countedOn"],
    source: "",
    fromMonth: 1,
    counts: [],
    comment: "",
  };
};

function TrueUpWriter({ body, year, begin }: Writing<DemographyTrueUp>) {
  const t = useTexts("budget");
  const language = useLanguage();
  const draft = useDraft(trueUpRoutes, { body, year }, begin);
  const services = useApi(getTrueUps, { params: { year } }).data?.services;
  const trueUp = draft.content;
  const change = (part: Partial<DemographyTrueUp>) => draft.change({ ...trueUp, ...part });
  if (services?.length === 0) return <EmptyState title={t("true-up.no-services", { year })} />;
  return (
    <>
      <DraftTroubles
        draft={draft}
        place={([field = ""]) => t(`true-up.${isPlace(field) ? PLACES[field] : "counts"}`)}
      />
      <div className="form">
        <SelectField
          at="occasion"
          label={t("true-up.occasion")}
          value={trueUp.occasion}
          onChange={(occasion) => change({ occasion: occasion as Occasion })}
          options={OCCASIONS.map((value) => ({ value, label: t(`true-up.${value}`) }))}
        />
        <TextField
          at="countedOn"
          type="date"
          label={t("true-up.counted-on")}
          value={trueUp.countedOn}
          problem={draft.problem}
          onChange={(countedOn) => {
            if (countedOn) change({ countedOn: countedOn as DemographyTrueUp["countedOn"] });
          }}
        />
        <TextField
          at="source"
          label={t("true-up.source")}
          help={t("true-up.source-help")}
          value={trueUp.source}
          maxLength={500}
          onChange={(source) => change({ source })}
        />
        <SelectField
          at="fromMonth"
          label={t("true-up.from-month")}
          value={String(trueUp.fromMonth)}
          onChange={(month) => change({ fromMonth: Number(month) })}
          options={MONTHS.map((month) => ({
            value: String(month),
            label:
              month === 1
                ? t("true-up.whole-year")
                : t("true-up.month", { month: monthText(month, language), months: 13 - month }),
          }))}
        />
      </div>
      {services ? (
        <TrueUpCounts services={services} counts={trueUp.counts} onChange={(counts) => change({ counts })} />
      ) : null}
      <TrueUpLines trueUp={draft.view?.content ?? trueUp} />
      <TextArea
        at="comment"
        label={t("true-up.comment")}
        value={trueUp.comment}
        onChange={(comment) => change({ comment })}
        rows={3}
        maxLength={4000}
      />
      {draft.view && draft.view.remarks.length > 0 ? (
        <PlacedRemarks remarks={draft.view.remarks} chapter="budget" />
      ) : null}
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={`/arende/demography-true-up/${body}/${year}`}>{t("true-up.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const PLACES = {
  occasion: "occasion",
  countedOn: "counted-on",
  source: "source",
  fromMonth: "from-month",
  comment: "comment",
} as const;
const isPlace = (field: string): field is keyof typeof PLACES => Object.hasOwn(PLACES, field);
