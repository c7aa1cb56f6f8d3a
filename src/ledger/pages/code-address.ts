import { type CodeKey, Dimension, LedgerCode, UNITS } from "../../organisation/rules/ledger-codes.ts";
import { useSearchParam } from "../../platform/ui/link.tsx";

/** The section where a code's units are written. */
export const EDITOR = "kod";

/** The page where it is said whose a code is, with that code open. */
export function codeAddress(year: number, { dimension = UNITS, code, codeTo }: CodeKey): string {
  const search = new URLSearchParams({ ar: String(year), kod: code });
  if (codeTo != null) search.set("till", codeTo);
  if (dimension !== UNITS) search.set("dim", dimension);
  return `/uppfoljning/koder?${search}#${EDITOR}`;
}

/** The code that the address says; undefined where it says none, or what is no code. */
export function useCodeInAddress(): Required<CodeKey> | undefined {
  const [kod] = useSearchParam("kod");
  const [till] = useSearchParam("till");
  const [dim = UNITS] = useSearchParam("dim");
  const code = LedgerCode.safeParse(kod);
  const codeTo = LedgerCode.safeParse(till);
  const dimension = Dimension.safeParse(dim);
  if (!code.success || !dimension.success) return undefined;
  return { code: code.data, codeTo: codeTo.success ? codeTo.data : null, dimension: dimension.data };
}
