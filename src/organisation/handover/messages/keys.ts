import type sv from "./sv.json";

declare module "../../../platform/ui/texts.ts" {
  interface ChapterMessages {
    "organisation/handover": typeof sv;
  }
}
