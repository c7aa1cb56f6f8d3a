import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getElsewhere } from "../elsewhere/contract.ts";

/** In one's own menu: the other municipalities where one has an account, each a link to its own name in the net. */
export function ChangeMunicipality() {
  const t = useTexts("organisation");
  const { data } = useApi(getElsewhere, {});
  if (!data || data.municipalities.length === 0) return null;
  return (
    <nav aria-label={t("elsewhere.change")}>
      <p className="me-title">{t("elsewhere.change")}</p>
      <ul>
        {data.municipalities.map(({ code, name, address }) => (
          <li key={code}>
            <a className="ds-link" href={address}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
