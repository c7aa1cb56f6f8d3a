import { When } from "../../platform/ui/number.tsx";
import { useSession } from "./use-session.ts";

/** The day that something is to be ready: with its year where that is not the year that is read. */
export function DueDay({ at }: { readonly at: string }) {
  const today = useSession()?.today ?? at;
  return <When at={at} form={at.slice(0, 4) === today.slice(0, 4) ? "short" : "long"} />;
}
