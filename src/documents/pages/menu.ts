import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";

export const documentsMenu: ChapterMenu = {
  id: "documents",
  path: "/dokument",
  names: { sv: "Styrdokument", en: "Governing documents" },
  also: { sv: "policy riktlinje reglemente lagar", en: "policy guideline laws" },
  cite: "§3.3",
  pages: [
    { address: "/dokument", names: { sv: "Registret", en: "The register" } },
    {
      address: "/dokument/ny",
      names: { sv: "Registrera ett styrdokument", en: "Register a governing document" },
      to: "signed-in",
      aside: true,
    },
    {
      address: "/dokument/lag/ny",
      names: { sv: "Registrera en lag", en: "Register a law" },
      to: "signed-in",
      aside: true,
    },
  ],
};
