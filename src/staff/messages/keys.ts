import type sv from "./sv.json";

declare module "../../platform/ui/texts.ts" {
  interface ChapterMessages {
    staff: typeof sv;
  }
}
