import { dayText } from "../../../kernel/format.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Explaining } from "./explained-view.ts";

/** Which version the figure stands in, the decision that it rests on, and the sources of what it was computed from (E-8). */
export function ExplainOrigin({
  view: { facts, sha256, inForce, sources },
  withSources,
}: {
  readonly view: Explaining;
  readonly withSources: boolean;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { decision } = facts;
  const what = dataText(t, "stages.kind", facts.kind, { year: facts.year });
  const version = t("stages.version", { version: facts.version }).toLocaleLowerCase();
  return (
    <div className="explain-origin">
      <p>
        <Link href={`/arende/${facts.matter.split(":").join("/")}`}>
          {what}, {version}
        </Link>
        {sha256 ? (
          <span className="quiet small" title={sha256}>
            {" "}
            {t("population.origin-hash", { hash: sha256.slice(0, 12) })}
          </span>
        ) : null}
      </p>
      <p>
        {decision ? (
          <Link href={`/beslut/${decision.number}`}>
            {t("page.explain-panel.decided", {
              organ: decision.organ,
              day: dayText(decision.decidedOn, language),
              paragraph: decision.paragraph,
            })}
          </Link>
        ) : (
          `${t("page.explain-panel.not-decided")} ${t("stages.saved", {
            day: dayText(facts.writtenOn, language),
            who: facts.editedBy,
          })}.`
        )}
      </p>
      {inForce ? (
        <p className="quiet">
          {t(decision ? "page.explain-panel.superseded" : "page.explain-panel.not-in-force", {
            version: inForce.split("@")[1],
          })}
        </p>
      ) : null}
      {withSources && sources.length > 0 ? (
        <>
          <h4 className="ds-heading" data-size="2xs">
            {t("page.explain-panel.sources")}
          </h4>
          <ul lang={WRITTEN}>
            {sources.map(({ what: name, source }) => (
              <li key={name}>
                {name}: {source}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
