import { useTexts } from "../../../platform/ui/texts.ts";
import { BodyName } from "../../pages/body-name.tsx";
import type { BodyRow } from "../rules/bodies.ts";
import "./setup-parts.css";

/** Who belongs to whom, as boxes within boxes. */
export function BodyTree({
  rows,
  parent = null,
}: {
  readonly rows: readonly BodyRow[];
  readonly parent?: string | null;
}) {
  const t = useTexts("organisation");
  const own = rows.filter((row) => row.parent === parent);
  if (own.length === 0) return null;
  return (
    <ul className="body-boxes" data-top={parent === null || undefined}>
      {own.map(({ key, name, kind }) => (
        <li key={key} data-kind={kind}>
          <span className="body-box">
            <strong>
              <BodyName id={key} name={name} />
            </strong>
            {t(`organ-kind.${kind}`) === name.toLocaleLowerCase() ? null : (
              <span className="quiet small">{t(`organ-kind.${kind}`)}</span>
            )}
          </span>
          <BodyTree rows={rows} parent={key} />
        </li>
      ))}
    </ul>
  );
}
