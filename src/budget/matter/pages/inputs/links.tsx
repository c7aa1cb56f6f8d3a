import { useSession, useSole } from "../../../../organisation/pages/use-bodies.ts";
import { Link } from "../../../../platform/ui/link.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";

const KINDS = [
  ["planning-conditions", "executive"],
  ["budget", "council"],
] as const;

/** The way to the inputs of a year's planning conditions and budget, for those who have signed in. */
export function InputLinks({ year }: { readonly year: number }) {
  const t = useTexts("budget");
  const sole = { council: useSole("council"), executive: useSole("executive") };
  const signedIn = Boolean(useSession()?.person);
  if (!signedIn) return null;
  return KINDS.map(([kind, of]) => {
    const body = sole[of]?.id;
    return body ? (
      <Link key={kind} href={`/ekonomi/indata/${kind}/${body}/${year}`}>
        {t(`inputs.write-${kind}`)}
      </Link>
    ) : null;
  });
}
