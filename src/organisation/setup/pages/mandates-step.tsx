import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listMandates } from "../../contract.ts";
import { useObjectName } from "../../pages/object-names.ts";
import { useBodies } from "../../pages/use-session.ts";
import { BODY_KINDS } from "../../rules/organisation.ts";
import "./setup-parts.css";

/** What each kind of organ decides by the model's mandates: gone through once, changed where the own regulations say otherwise. */
export function MandatesStep() {
  const t = useTexts("organisation");
  const objectName = useObjectName("names");
  const bodies = useBodies();
  return (
    <Section
      title={t("setup.mandates.picture")}
      lead={t("setup.mandates.lead")}
      cite="§3.2"
      action={<Link href="/beslut/mandat">{t("setup.mandates.all")}</Link>}
    >
      <Loaded of={useApi(listMandates, {})} lines={10}>
        {(mandates) => (
          <ul className="organ-cards">
            {BODY_KINDS.filter((kind) => bodies.some((body) => body.kind === kind)).flatMap((kind) => {
              const decided = mandates.filter(
                ({ action, organKinds }) => action.startsWith("decide:") && organKinds.includes(kind),
              );
              const names = [...new Set(decided.map(({ action }) => objectName(action.slice(7))))];
              if (names.length === 0) return [];
              return [
                <li key={kind}>
                  <h3 className="ds-heading" data-size="2xs">
                    {t("setup.mandates.decides", { organ: t(`organ-kind.${kind}`) })}
                  </h3>
                  <ul>
                    {names.map((name) => (
                      <li key={name}>{name}</li>
                    ))}
                  </ul>
                </li>,
              ];
            })}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
