import { writeAddress } from "../../../decisions/rules/kind.ts";
import { useMayWrite } from "../../../decisions/writers/pages/use-may-write.ts";
import type { Day } from "../../../kernel/day.ts";
import { useSession, useSole } from "../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Instead } from "../../../platform/ui/instead.tsx";
import { useGo } from "../../../platform/ui/link.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { STRATEGIC_GOALS, VISION } from "../kind.ts";
import { periodTurn } from "../rules/mandate-period.ts";
import { isDecided, useMatters } from "./use-before.ts";
import "./governing.css";

type Declared = typeof VISION | typeof STRATEGIC_GOALS;

/** Whether a matter of the council's waits for the new council, and for which year it is written. */
function usePeriodTurn({ kind }: Declared, body: string) {
  const today = useSession()?.today as Day | undefined;
  const { rows } = useMatters(kind, body);
  if (!today || !rows) return undefined;
  const decided = rows.filter(isDecided).map(({ year }) => year);
  const turn = periodTurn(today, decided.length > 0 ? Math.max(...decided) : undefined);
  const begun = turn && rows.find(({ year, decision }) => year >= turn.period.from && decision === null);
  return turn && { period: turn.period, year: begun?.year ?? turn.year };
}

/** V-1, V-2: a new mandate period has begun, and what it begins with is not done; one line on who does it for those who don't. */
export function PeriodNotice() {
  const t = useTexts("goals");
  const go = useGo();
  const body = useSole("council")?.id ?? "";
  const vision = usePeriodTurn(VISION, body);
  const strategic = usePeriodTurn(STRATEGIC_GOALS, body);
  const either = vision ?? strategic;
  const may = useMayWrite(
    { kind: vision ? VISION.kind : STRATEGIC_GOALS.kind, body, year: either?.year ?? 0 },
    { when: either !== undefined },
  );
  if (!either || !may) return null;
  const open = (declared: Declared, year: number) => () =>
    go(writeAddress(declared, { body, year }) ?? declared.address.all);
  return (
    <section className="governing-notice" aria-label={t("governed.new-period", { ...either.period })}>
      <p>
        <strong>{t("governed.new-period", { ...either.period })}.</strong> {t("governed.new-period-lead")}
      </p>
      {may.allowed ? (
        <div className="row">
          {vision ? (
            <MayButton may={may} variant="secondary" onPress={open(VISION, vision.year)}>
              {t("governed.follow-up-vision")}
            </MayButton>
          ) : null}
          {strategic ? (
            <MayButton may={may} variant="secondary" onPress={open(STRATEGIC_GOALS, strategic.year)}>
              {t("governed.evaluate")}
            </MayButton>
          ) : null}
        </div>
      ) : (
        <p className="quiet small">
          <Instead ask={may.ask} nearest={may.nearest} />
        </p>
      )}
    </section>
  );
}

/** Where the council has decided no vision, or no goals: who may begins, and others see who it is. */
export function BeginGoverning({
  year,
  vision,
  strategic,
}: {
  readonly year: number;
  /** Whether there is one. */
  readonly vision: boolean;
  readonly strategic: boolean;
}) {
  const t = useTexts("goals");
  const go = useGo();
  const body = useSole("council")?.id ?? "";
  const signedIn = useSession()?.person != null;
  const missing = !vision || !strategic;
  const declared = vision ? STRATEGIC_GOALS : VISION;
  const may = useMayWrite({ kind: declared.kind, body, year }, { when: missing && signedIn && body !== "" });
  if (!missing || !signedIn || body === "") return null;
  return (
    <EmptyState
      title={vision ? t("governed.no-strategic", { year }) : t("governed.no-vision", { year })}
      action={
        <MayButton may={may} onPress={() => go(writeAddress(declared, { body, year }) ?? "/mal")}>
          {vision ? t("governed.write-strategic") : t("governed.write-vision")}
        </MayButton>
      }
    >
      {t("governed.begin-lead")}
    </EmptyState>
  );
}
