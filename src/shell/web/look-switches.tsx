import { useQueryClient } from "@tanstack/react-query";
import { Icon } from "../../platform/ui/icon.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { speak } from "./i18n.ts";
import { THEMES, useTheme } from "./theme.ts";

/** Swedish or English; the button says the other language in that language. */
export function LanguageSwitch() {
  const language = useLanguage();
  const client = useQueryClient();
  const other = language === "sv" ? "en" : "sv";
  return (
    <button
      type="button"
      className="bar-button"
      lang={other}
      onClick={() => void speak(other).then(() => client.invalidateQueries())}
    >
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
