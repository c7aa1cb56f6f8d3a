import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { useTexts } from "../../../platform/ui/texts.ts";

const MEBIBYTE = 1_048_576;
/** What a program says and gets, in the order that one needs it; each has a name, a text and perhaps a way to try it. */
const STEPS = ["base", "sign-in", "problems", "versions", "again", "limits"] as const;

/** How the API is used: its address, sign-in, errors, versions and limits. */
export function HowTo({
  limits,
}: {
  readonly limits: { readonly requestsPerMinute: number; readonly bodyBytes: number };
}) {
  const t = useTexts("shell");
  const committee = useBodies().bodies.find(({ kind }) => kind === "committee")?.id ?? "namnd";
  const base = `${location.origin}/api`;
  const tries: Partial<Record<(typeof STEPS)[number], string>> = {
    base: `curl ${base}/decisions`,
    "sign-in": [
      `curl -c kaka.txt ${base}/sign-in/local \\`,
      `  --json '{"email": "jag@kommunen.example", "password": "…"}'`,
      `curl -b kaka.txt ${base}/matters`,
    ].join("\n"),
    versions: [
      `curl -i -b kaka.txt ${base}/goals/body-goals/${committee}/2028`,
      `curl -b kaka.txt -X PUT -H 'If-Match: "v1r2"' \\`,
      `  --json @mal.json ${base}/goals/body-goals/${committee}/2028`,
    ].join("\n"),
  };
  const facts = {
    base,
    perMinute: limits.requestsPerMinute,
    mb: Math.floor(limits.bodyBytes / MEBIBYTE),
  };
  return (
    <dl className="how-to">
      {STEPS.map((step) => (
        <div key={step}>
          <dt>{t(`page.data.step.${step}.name`)}</dt>
          <dd>
            <p>
              {t(`page.data.step.${step}.text`, facts)}{" "}
              {step === "limits" && limits.requestsPerMinute > 0
                ? t("page.data.step.limits.rate", facts)
                : null}
            </p>
            {tries[step] ? (
              <pre>
                <code>{tries[step]}</code>
              </pre>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
