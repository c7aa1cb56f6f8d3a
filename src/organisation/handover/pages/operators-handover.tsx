import { Button } from "@digdir/designsystemet-react";
import { useEffect } from "react";
import { dayText, numberText } from "../../../kernel/format.ts";
import { swedishDay } from "../../../platform/clock.ts";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { getHandoverOf, type HandoverView, orderHandover } from "../contract.ts";
import { inMb } from "./handed-over.tsx";

const ASKED_EACH_MS = 2000;
const underWay = (one: HandoverView | null | undefined): boolean =>
  one?.state === "waiting" || one?.state === "working";

/** A municipality's data as a file, for whoever runs the installation: ordered, followed and fetched, and never read. */
export function OperatorsHandover({ code, name }: { readonly code: string; readonly name: string }) {
  const t = useTexts("organisation");
  const params = { code };
  const read = useApi(getHandoverOf, { params });
  const { save, saving, problem } = useSave(orderHandover);
  const { data, refetch } = read;
  const waits = underWay(data?.last);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void refetch(), ASKED_EACH_MS);
    return () => clearInterval(timer);
  }, [waits, refetch]);
  return (
    <div className="stack">
      <ErrorSummary problem={problem} />
      <Loaded of={read} lines={2}>
        {({ hasKey, last }) => (
          <>
            <p aria-live="polite">{last ? <HowFar of={last} /> : null}</p>
            {last?.state === "ready" ? (
              <p>
                <a
                  className="ds-link"
                  href={`/api/installation/municipalities/${code}/handover/${last.id}/file`}
                  download
                >
                  {t("handover.operator.fetch", { name })}
                </a>
              </p>
            ) : null}
            {!hasKey ? <p className="quiet">{t("handover.operator.no-key")}</p> : null}
            {hasKey && !underWay(last) ? (
              <p>
                <Button
                  variant="secondary"
                  data-size="sm"
                  loading={saving}
                  onClick={() => void save({ params })}
                >
                  {t(last ? "handover.operator.again" : "handover.operator.order", { name })}
                </Button>
              </p>
            ) : null}
          </>
        )}
      </Loaded>
    </div>
  );
}

function HowFar({ of }: { readonly of: HandoverView }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  if (of.state === "waiting") return t("handover.operator.waiting");
  if (of.state === "working") return t("handover.operator.working", { done: of.tablesDone, of: of.tables });
  if (of.state === "ended") return t("handover.operator.ended");
  if (of.state === "failed" || of.keptUntil === null)
    return of.fault ? t(`handover.fault.${of.fault}`) : null;
  return t("handover.operator.ready", {
    mb: numberText(inMb(of.bytes), language, 1),
    rows: numberText(of.rows, language),
    day: dayText(swedishDay(new Date(of.keptUntil)), language),
  });
}
