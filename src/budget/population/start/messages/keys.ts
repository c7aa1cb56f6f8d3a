import type sv from "./sv.json";

declare module "../../../../platform/ui/texts.ts" {
  interface ChapterMessages {
    "budget/population/start": typeof sv;
  }
}
