import type sv from "./sv.json";

declare module "../../../platform/ui/texts.ts" {
  interface ChapterMessages {
    "goals/indicators": typeof sv;
  }
}
