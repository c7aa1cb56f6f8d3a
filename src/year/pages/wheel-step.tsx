import { type Day, monthOf, yearOf } from "../../kernel/day.ts";
import { dayText, monthText } from "../../kernel/format.ts";
import { useSession } from "../../organisation/pages/use-session.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getWheel, type StepView } from "../contract.ts";
import "./wheel-step.css";

const MONTHS = 12;

/** The year from today on: what comes, month by month. What was due before is nobody's to do here. */
export function WheelFromToday() {
  const t = useTexts("year");
  const today = useSession()?.today as Day | undefined;
  const year = today === undefined ? 2000 : yearOf(today);
  const when = { when: today !== undefined };
  const now = useApi(getWheel, { params: { year }, query: {} }, when);
  const next = useApi(getWheel, { params: { year: year + 1 }, query: {} }, when);
  if (today === undefined) return <Skeleton lines={8} />;
  return (
    <Section
      title={t("from-today.title")}
      lead={t("from-today.lead")}
      cite="§2.4"
      action={<Link href="/">{t("from-today.whole")}</Link>}
    >
      <Loaded of={now} lines={8}>
        {({ steps }) => <Months steps={[...steps, ...(next.data?.steps ?? [])]} today={today} />}
      </Loaded>
    </Section>
  );
}

function Months({ steps, today }: { readonly steps: readonly StepView[]; readonly today: Day }) {
  const t = useTexts("year");
  const language = useLanguage();
  const first = yearOf(today) * MONTHS + monthOf(today) - 1;
  return (
    <ol className="year-months">
      {Array.from({ length: MONTHS }, (_, i) => first + i).map((at) => {
        const month = (at % MONTHS) + 1;
        const year = Math.floor(at / MONTHS);
        const due = steps.filter(
          (step) =>
            step.due >= today && yearOf(step.due as Day) === year && monthOf(step.due as Day) === month,
        );
        return (
          <li key={at}>
            <h3 className="ds-heading" data-size="2xs">
              {monthText(month, language)} {month === 1 || at === first ? year : ""}
            </h3>
            {due.length === 0 ? (
              <p className="quiet small">{t("from-today.none")}</p>
            ) : (
              <ul>
                {due.map(({ id, short, due: day, language: of }) => (
                  <li key={`${id} ${day}`}>
                    <span {...(of === "sv" ? { lang: WRITTEN } : {})}>{short}</span>{" "}
                    <span className="quiet small">{dayText(day, language, "short")}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
