import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useRef } from "react";
import { ApiProblem, NOT_OURS, UNREACHABLE } from "./api.ts";
import { Cite } from "./cite.tsx";
import { fieldId } from "./fields.tsx";
import { Icon } from "./icon.tsx";
import { Instead } from "./instead.tsx";
import { ofAnotherDay, useReadingDay } from "./reading-day.ts";
import { SignInLink } from "./sign-in-link.tsx";
import { useTexts } from "./texts.ts";

/** Where the way on is to sign in. */
const SIGN_IN_FIRST = ["sign-in-first", "session-ended"];

/** A refusal as people read it: what, why, by which rule, who may instead, and each fault with a link to its field. */
export function ProblemPanel({
  problem,
  retry,
  focus = false,
  children,
}: {
  readonly problem: unknown;
  readonly retry?: () => unknown;
  /** Moves the reader here when it appears: after a button was pressed, not while a page is read in. */
  readonly focus?: boolean;
  readonly children?: ReactNode;
}) {
  const t = useTexts("platform");
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus && problem) panel.current?.focus();
  }, [focus, problem]);
  const reading = useReadingDay();
  if (!problem) return null;
  const facts = problem instanceof ApiProblem ? problem.facts : undefined;
  const anotherDay = ofAnotherDay(problem);
  // One has gone to the day on which one writes; what was written stands on the page, and is stored when one asks again
  if (anotherDay && !reading)
    return (
      <p className="quiet" role="status">
        <Icon name="info" size={18} /> {t("ui.present-now")}
      </p>
    );
  // What the server has not worded itself
  const own = !facts
    ? "broken"
    : facts.code === UNREACHABLE || facts.code === NOT_OURS
      ? facts.code
      : undefined;
  const signIn = SIGN_IN_FIRST.includes(facts?.code ?? "");
  const title = own ? t(`ui.${own}.title`) : (facts?.title ?? "");
  const detail = own ? t(`ui.${own}.detail`) : (facts?.detail ?? "");
  return (
    <div className="problem" data-color="danger" role="alert" tabIndex={-1} ref={panel}>
      <Icon name="late" size={24} />
      <div>
        <p className="problem-title">
          {title} {facts?.cite ? <Cite of={facts.cite} /> : null}
        </p>
        <p>{detail}</p>
        {facts?.ask?.length ? (
          <div>
            <Instead ask={facts.ask} nearest={facts.nearest} />
          </div>
        ) : null}
        {facts?.errors?.length ? <FaultList faults={facts.errors} /> : null}
        {children}
        {anotherDay && reading ? (
          <p className="problem-actions">
            <Button variant="secondary" data-size="sm" onClick={() => void reading.goToPresent()}>
              {t("ui.go-to-present")}
            </Button>
          </p>
        ) : null}
        {!anotherDay && (retry || signIn) ? (
          <p className="problem-actions">
            {signIn ? <SignInLink>{t("ui.sign-in")}</SignInLink> : null}
            {retry && !signIn ? (
              <Button variant="secondary" data-size="sm" onClick={() => void retry()}>
                {t("ui.retry")}
              </Button>
            ) : null}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** All faults of a form, summed up over it; each leads to its field. */
export function ErrorSummary({ problem }: { readonly problem: unknown }) {
  return <ProblemPanel problem={problem} focus />;
}

function FaultList({ faults }: { readonly faults: NonNullable<ApiProblem["facts"]["errors"]> }) {
  return (
    <ul className="problem-faults">
      {faults.map((fault) => (
        <li key={`${fault.at} ${fault.code}`}>
          <FaultText at={fault.at} text={fault.detail} /> {fault.cite ? <Cite of={fault.cite} /> : null}
        </li>
      ))}
    </ul>
  );
}

function FaultText({ at, text }: { readonly at: string; readonly text: string }) {
  const field = at === "" || typeof document === "undefined" ? null : document.getElementById(fieldId(at));
  if (!field) return text;
  const name = nameOf(field);
  return (
    <a
      className="ds-link"
      href={`#${fieldId(at)}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(fieldId(at))?.focus();
      }}
    >
      {name ? `${name}: ${text}` : text}
    </a>
  );
}

/** What a field is called where it stands, so that two that lack the same thing are told apart. */
function nameOf(field: HTMLElement): string {
  const label =
    (field as Partial<HTMLInputElement>).labels?.[0] ?? field.closest("fieldset")?.querySelector("legend");
  return label?.firstChild?.textContent?.trim() ?? "";
}
