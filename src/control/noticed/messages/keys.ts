import type sv from "./sv.json";

declare module "../../../platform/ui/texts.ts" {
  interface ChapterMessages {
    "control/noticed": typeof sv;
  }
}
