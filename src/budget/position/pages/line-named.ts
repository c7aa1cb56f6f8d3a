import type { Text } from "../../../platform/ui/texts.ts";
import { lineNamed } from "../../base/rules/net-position.ts";
import type { LineId } from "../../base/rules/result-lines.ts";

/** A line's name by what it amounts to, and what its amounts are shown times: loans less cash may be a debt or an asset. */
export function namedLine(
  line: LineId,
  amountsTkr: readonly (number | null | undefined)[],
  t: Text<"budget">,
): { readonly name: string; readonly sign: 1 | -1 } {
  const { net, sign } = lineNamed(line, amountsTkr);
  return { name: t(net === null ? `position.line.${line}` : `position.net.${net}`), sign };
}
