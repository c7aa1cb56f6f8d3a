import { useSession } from "../../organisation/pages/use-bodies.ts";
import { UNITS } from "../../organisation/rules/ledger-codes.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getDimensions } from "../contract.ts";

/** Those that SIE has a name for. */
const STANDARD = ["1", "2", "6", "7", "8", "9", "10"] as const;

/** Which dimensions tell whose a row is, and what each is called: by the accounts themselves, else by the standard. */
export function useDimensions() {
  const t = useTexts("ledger");
  const signedIn = useSession()?.person != null;
  const read = useApi(getDimensions, {}, { when: signedIn });
  const named = new Map((read.data?.named ?? []).map(({ dimension, name }) => [dimension, name]));
  const nameOf = (dimension: string): string => {
    const standard = STANDARD.find((one) => one === dimension);
    const name = named.get(dimension) || (standard ? t(`page.codes.dimension.${standard}`) : "");
    return name ? `${name} (${dimension})` : t("page.codes.dimension-numbered", { dimension });
  };
  const order = read.data?.dimensions ?? [UNITS];
  return { read, order, named: [...named.keys()], nameOf, standard: STANDARD as readonly string[] };
}
