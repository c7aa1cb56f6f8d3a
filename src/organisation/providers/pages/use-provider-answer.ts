import { useEffect, useRef, useState } from "react";
import { api } from "../../../platform/ui/api.ts";
import { remember } from "../../../platform/ui/kept.ts";
import { safeBack } from "../../pages/safe-back.ts";
import { finishProvider } from "../contract.ts";
import { takeReturn } from "./return.ts";

/**
 * Gives on what an identity provider has answered, where the page's address is one that it sent the browser back to: once, and then one
 * is where one was going. Where it was refused, why.
 */
export function useProviderAnswer(municipality: string | undefined): {
  readonly waiting: boolean;
  readonly problem: unknown;
} {
  const [answer] = useState(() => answerIn(location.search));
  const [problem, setProblem] = useState<unknown>();
  const given = useRef(false);
  useEffect(() => {
    if (answer === undefined || municipality === undefined || given.current) return;
    given.current = true;
    const { back, stays } = takeReturn();
    // What the address says is good for one sign-in: it stands in no history
    history.replaceState({}, "", location.pathname);
    api(finishProvider, { body: { query: answer } }).then(
      ({ id }) => {
        remember({ municipality, person: id }, stays, localStorage);
        // Anew, as somebody: what was read before was read as nobody
        location.replace(safeBack(back));
      },
      (cause: unknown) => setProblem(cause),
    );
  }, [answer, municipality]);
  return { waiting: answer !== undefined && problem === undefined, problem };
}

/** An answer says which sign-in it is of, and what came of it. */
function answerIn(search: string): string | undefined {
  const said = new URLSearchParams(search);
  return said.has("state") && (said.has("code") || said.has("error")) ? search.slice(1) : undefined;
}
