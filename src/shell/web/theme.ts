import { useState } from "react";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
const KEPT = "tillit.theme";

const kept = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(KEPT)) ?? "auto";

export function startTheme(): void {
  document.documentElement.dataset.colorScheme = kept();
}

/** Light, dark, or as the reader's own device says. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(kept);
  return [
    theme,
    (next) => {
      localStorage.setItem(KEPT, next);
      document.documentElement.dataset.colorScheme = next;
      setTheme(next);
    },
  ];
}
