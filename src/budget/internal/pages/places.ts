import { ownValue } from "../../../kernel/own-value.ts";
import type { Key, Text } from "../../../platform/ui/texts.ts";
import type { InternalBudget } from "../contract.ts";

/** Fields by the words of their columns. */
const FIELDS: Readonly<Record<string, Key<"budget">>> = {
  name: "internal.name",
  title: "internal.job.title",
  unit: "internal.unit",
  account: "internal.account",
  amountTkr: "internal.amount",
  periodKey: "internal.key",
  monthsTkr: "internal.as-months",
  posts: "internal.job.posts",
  wageKr: "internal.job.wage",
  from: "internal.job.from",
  to: "internal.job.to",
  reviewPercent: "internal.job.review",
  weights: "internal.weights",
  chargePercent: "internal.terms.charge",
  chargeAccount: "internal.terms.charge-account",
  reviewMonth: "internal.terms.review-month",
};

/** Where two people wrote different things: "Förskola: Tkr", "Lärare: Månadslön, kr". */
export function placeName(t: Text<"budget">, content: InternalBudget, path: readonly string[]): string {
  const [list, id, field] = path;
  if (list === "comment") return t("internal.comment");
  if (list === "wages") return t(ownValue(FIELDS, id ?? "") ?? "internal.terms.title");
  const things: readonly { readonly id: string; readonly name?: string; readonly title?: string }[] = [
    ...content.lines,
    ...(content.jobs ?? []),
    ...(content.periodKeys ?? []),
  ];
  const thing = things.find((one) => one.id === id);
  const name = thing?.name || thing?.title || t("internal.no-name-line");
  const written = field && ownValue(FIELDS, field);
  return written ? `${name}: ${t(written)}` : name;
}
