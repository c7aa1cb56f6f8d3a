import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { Day } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import type { Nearest } from "../../kernel/nearest.ts";
import { Cite } from "./cite.tsx";
import { Icon } from "./icon.tsx";
import { Instead } from "./instead.tsx";
import { useReadingDay } from "./reading-day.ts";
import { SignInLink } from "./sign-in-link.tsx";
import { useLanguage, useTexts } from "./texts.ts";

/** The answer to "may I?", as every chapter gets it from the server. */
export type MayAnswer =
  | { readonly allowed: true; readonly source: string; readonly cite: string }
  | {
      readonly allowed: false;
      readonly because: "sign-in" | "no-mandate" | "not-yours" | "other-body" | "ended";
      readonly cite: string;
      readonly ask: readonly string[];
      readonly nearest?: Nearest | undefined;
    };

/**
 * A button that a person may not press does not vanish: it says why, and who may instead (P-4). `blocked` is another
 * reason why it can't be pressed now, such as a sum that is not yet zero.
 */
export function MayButton({
  may,
  blocked,
  onPress,
  busy = false,
  variant = "primary",
  children,
}: {
  readonly may: MayAnswer | undefined;
  readonly blocked?: ReactNode;
  readonly onPress: () => unknown;
  readonly busy?: boolean;
  readonly variant?: "primary" | "secondary" | "tertiary";
  readonly children: ReactNode;
}) {
  const t = useTexts("platform");
  const language = useLanguage();
  const reading = useReadingDay();
  const whyId = useId();
  const free = may?.allowed === true && !blocked && !reading;
  const pressed = useRef(false);
  const refused = useRef<HTMLButtonElement>(null);
  // What was pressed and can't be pressed again says why to the one who pressed it
  useEffect(() => {
    const nowhere = document.activeElement === document.body;
    if (!free && pressed.current && nowhere) refused.current?.focus();
    pressed.current &&= free;
  }, [free]);
  if (free)
    return (
      <Button
        variant={variant}
        loading={busy}
        onClick={() => {
          pressed.current = true;
          if (!busy) void onPress();
        }}
      >
        {children}
      </Button>
    );
  return (
    <div className="may">
      <Button
        variant={variant}
        aria-disabled="true"
        aria-describedby={whyId}
        className="may-not"
        ref={refused}
      >
        <Icon name="lock" size={18} />
        {children}
      </Button>
      <div className="may-why" id={whyId}>
        {reading ? (
          t("ui.may.another-day", { day: dayText(reading.today as Day, language) })
        ) : may === undefined ? (
          t("ui.may.asking")
        ) : may.allowed ? (
          blocked
        ) : (
          <>
            {may.because === "sign-in" ? (
              <>
                <SignInLink>{t("ui.sign-in")}</SignInLink> {t("ui.may.sign-in")}{" "}
              </>
            ) : (
              `${t(`ui.may.${may.because}`)} `
            )}
            <Cite of={may.cite} /> <Instead ask={may.ask} nearest={may.nearest} />
          </>
        )}
      </div>
    </div>
  );
}
