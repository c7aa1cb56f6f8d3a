import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { dataText, type Text, useTexts } from "../../../platform/ui/texts.ts";
import type { Budget } from "../../base/contract.ts";
import type { Service } from "../../base/rules/allocation-input.ts";

/** What a service is called: its own name, else what the texts call its id. */
export const serviceName = ({ id, name }: Pick<Service, "id" | "name">, t: Text<"budget">): string =>
  name || dataText(t, "service", id, { defaultValue: id });

/** What the row of a place is called on the page: "Förskola, 2028" for input.services.0.priceKr.2028. */
export function useRowName(content: Budget): (at: string) => string | undefined {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const { input } = content;
  const rowOf = (list: string, index: number): string | undefined => {
    const service = list === "services" ? input.services[index] : undefined;
    if (service) return serviceName(service, t);
    const line = list === "indexation" ? input.indexation[index] : undefined;
    if (line)
      return [nameOf(line.body), dataText(t, "indexation", line.kind, { defaultValue: line.kind }), line.name]
        .filter(Boolean)
        .join(", ");
    const part = list === "resultParts" ? content.resultParts?.[index] : undefined;
    if (part) return part.name || t(`inputs.line.${part.line}`);
    const one =
      list === "adjustments"
        ? input.adjustments[index]
        : list === "oneOffs"
          ? input.oneOffs[index]
          : list === "adjustmentProposals"
            ? content.adjustmentProposals?.[index]
            : undefined;
    return one ? one.text || nameOf(one.body) : undefined;
  };
  return (at) => {
    const [list = "", place = "", ...rest] = at.replace(/^input\./, "").split(".");
    if (list === "base") return nameOf(place);
    if (list === "population") return /^\d+$/.test(place) ? [place, ...rest].join(", ") : undefined;
    if (list === "resultInput") {
      const year = content.resultInput[Number(place)]?.year;
      return [rest[0] ? dataText(t, "inputs.line", rest[0], { defaultValue: rest[0] }) : undefined, year]
        .filter(Boolean)
        .join(", ");
    }
    const row = /^\d+$/.test(place) ? rowOf(list, Number(place)) : undefined;
    if (row === undefined) return undefined;
    const field =
      rest[0] && rest[0] !== "name" && rest[0] !== "text"
        ? dataText(t, "inputs.field", rest[0], { defaultValue: "" })
        : "";
    return [row, field, /^\d{4}$/.test(rest[1] ?? "") ? rest[1] : ""].filter(Boolean).join(", ");
  };
}
