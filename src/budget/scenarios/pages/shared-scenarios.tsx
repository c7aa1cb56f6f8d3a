import type { BeforeDecisionProps } from "../../../decisions/pages/matter-pages.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listScenarios, type ScenarioLine } from "../contract.ts";
import { usePlan, useScenario } from "./use-scenario.ts";
import "./shared-scenarios.css";

/** So many are shown with their figures, the latest first; the rest are a link away. */
const SHOWN = 3;

/** What parties have worked out of the proposal and shared, and nobody has laid: for those who have signed in. */
export function SharedScenarios({ laid, ...of }: BeforeDecisionProps & { readonly laid: readonly string[] }) {
  const t = useTexts("budget");
  const signedIn = useSession()?.person != null;
  const { data = [] } = useApi(listScenarios, { params: { year: of.year } }, { when: signedIn });
  const shared = data.filter(
    ({ shared: open, base, name }) =>
      open && base.matter === of.matter && base.version === of.version && !laid.includes(name),
  );
  if (shared.length === 0) return null;
  return (
    <div className="stack no-print">
      <h3 className="ds-heading" data-size="2xs">
        {t("scenario.shared-of")}
      </h3>
      <p className="quiet small">{t("scenario.shared-of-lead")}</p>
      <ul className="plain-list shared-scenarios">
        {shared.slice(0, SHOWN).map((line) => (
          <One key={line.id} line={line} />
        ))}
      </ul>
      {shared.length > SHOWN ? (
        <p>
          <Link href={`/ekonomi/scenarier?ar=${of.year}`}>
            {t("scenario.shared-more", { count: shared.length - SHOWN })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

function One({ line: { id, year, name, party } }: { readonly line: ScenarioLine }) {
  const t = useTexts("budget");
  const { view, base } = useScenario(year, id);
  const plan = usePlan(base, view?.content.changes);
  return (
    <li>
      <span>
        <Link href={`/ekonomi/scenarier?ar=${year}&scenario=${id}`} lang={WRITTEN}>
          {name}
        </Link>{" "}
        <span className="quiet small" lang={WRITTEN}>
          {party}
        </span>
      </span>
      {plan ? (
        <dl className="shared-results">
          {plan.map(({ year: of, result }) => (
            <div key={of}>
              <dt>{t("scenario.result-of", { year: of })}</dt>
              <dd>
                <Money tkr={result.resultTkr} signed />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}
