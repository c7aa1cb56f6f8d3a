import { dataText, type Text } from "../../../platform/ui/texts.ts";

/** What a program may, in words. */
export const actionText = (t: Text<"organisation">, action: string): string =>
  dataText(t, "programs.action", action.replace(":", "-"));
