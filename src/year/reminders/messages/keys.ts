import type sv from "./sv.json";

declare module "../../../platform/ui/texts.ts" {
  interface ChapterMessages {
    "year/reminders": typeof sv;
  }
}
