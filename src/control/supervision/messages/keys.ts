import type sv from "./sv.json";

declare module "../../../platform/ui/texts.ts" {
  interface ChapterMessages {
    "control/supervision": typeof sv;
  }
}
