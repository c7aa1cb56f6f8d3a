import { LANGUAGE_PARAM } from "../../platform/ui/choice.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { useSearchParam } from "../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { THEMES, useTheme } from "./theme.ts";

/** Swedish or English, in the address; the button says the other language in that language. */
export function LanguageSwitch() {
  const language = useLanguage();
  const [, say] = useSearchParam(LANGUAGE_PARAM);
  const other = language === "sv" ? "en" : "sv";
  return (
    <button type="button" className="bar-button" lang={other} onClick={() => say(other)}>
      {other === "en" ? "In English" : "På svenska"}
    </button>
  );
}

/** Goes round: as the device says, light, dark. */
export function ThemeSwitch() {
  const t = useTexts("shell");
  const [theme, setTheme] = useTheme();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
  return (
    <button
      type="button"
      className="bar-button"
      aria-label={t("page.theme.label", {
        now: t(`page.theme.${theme}`),
        next: t(`page.theme.${next}`),
      })}
      title={t(`page.theme.${theme}`)}
      onClick={() => setTheme(next)}
    >
      <Icon name={theme === "dark" ? "moon" : theme === "light" ? "sun" : "half"} />
    </button>
  );
}
