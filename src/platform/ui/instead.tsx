import { type ComponentType, createContext, use } from "react";
import { calledNearest, type Nearest } from "../../kernel/nearest.ts";
import { useTexts } from "./texts.ts";

const AskThem = createContext<ComponentType<{ readonly nearest: Nearest }> | undefined>(undefined);

/** The shell puts a component here with which one asks the nearest who may, from a chapter that this one lies below. */
export const AskThemProvider = AskThem;

/**
 * Who may what one may not (P-4): the nearest one by name, whom one can ask right here, and the rest behind "visa alla". One way of
 * saying it for buttons, refusals and pages that are locked.
 */
export function Instead({
  ask,
  nearest,
}: {
  readonly ask: readonly string[];
  readonly nearest?: Nearest | undefined;
}) {
  const t = useTexts("platform");
  const Asking = use(AskThem);
  const [first, ...rest] = ask;
  if (!nearest && first === undefined) return null;
  // The nearest is one of those who are named; where that is all there are, nobody is hidden
  const hides = nearest ? ask.length > 1 || first?.includes(",") : rest.length > 0;
  return (
    <span className="instead">
      <span>{t("ui.may.nearest", { who: nearest ? calledNearest(nearest) : first })}</span>{" "}
      {nearest && Asking ? <Asking nearest={nearest} /> : null}
      {hides ? (
        <details className="instead-all">
          <summary>{t("ui.may.all")}</summary>
          <ul>
            {ask.map((who) => (
              <li key={who}>{who}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </span>
  );
}
