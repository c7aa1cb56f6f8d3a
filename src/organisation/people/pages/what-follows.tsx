import type { z } from "zod";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Read } from "../../../platform/ui/use-api.ts";
import type { previewEnding } from "../contract.ts";

/** Before a post ends: what goes to whom, from which day. */
export function WhatFollows({ of }: { readonly of: Read<z.output<typeof previewEnding.returns>> }) {
  const t = useTexts("organisation");
  return (
    <div role="status">
      <Loaded of={of} lines={2}>
        {({ things, to }) =>
          things === 0 ? (
            <p className="quiet">{t("people.follows-nothing")}</p>
          ) : (
            <>
              <p>{t("people.follows", { count: things })}</p>
              <ul className="plain-list follows">
                {to.map((one) => (
                  <li key={`${one.person} ${one.from}`}>
                    <strong>{one.name}</strong> {t("people.follows-from")} <When at={one.from} />:{" "}
                    {t("people.follows-what", { count: one.count })}
                    <br />
                    <span className="quiet small" lang="sv">
                      {one.names.join(" · ")}
                      {one.count > one.names.length ? " …" : ""}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
