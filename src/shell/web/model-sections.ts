/** What the sections and the laws that rules cite are about; their texts are the shell's messages "page.model.…". */
type SectionText =
  | "1"
  | "1-1"
  | "1-2"
  | "2-1"
  | "2-2"
  | "2-3"
  | "2-4"
  | "2-5"
  | "2-6"
  | "3"
  | "3-1"
  | "3-2"
  | "3-3";

export const SECTIONS: readonly {
  readonly cite: string;
  readonly text: SectionText;
  readonly href?: string;
}[] = [
  { cite: "§1", text: "1" },
  { cite: "§1.1", text: "1-1" },
  { cite: "§1.2", text: "1-2", href: "/ekonomi" },
  { cite: "§2.1", text: "2-1", href: "/mal" },
  { cite: "§2.2", text: "2-2", href: "/ekonomi" },
  { cite: "§2.3", text: "2-3", href: "/kontroll" },
  { cite: "§2.4", text: "2-4", href: "/" },
  { cite: "§2.5", text: "2-5", href: "/uppfoljning" },
  { cite: "§2.6", text: "2-6", href: "/analys" },
  { cite: "§3", text: "3" },
  { cite: "§3.1", text: "3-1" },
  { cite: "§3.2", text: "3-2", href: "/beslut" },
  { cite: "§3.3", text: "3-3", href: "/dokument" },
];

const MUNICIPAL_LAW = "https://rkrattsbaser.gov.se/sfst?bet=2017:725";
const ACCOUNTING_LAW = "https://rkrattsbaser.gov.se/sfst?bet=2018:597";

export const LAWS: readonly { readonly cite: string; readonly source: string }[] = [
  ...[
    "KL 5:26",
    "KL 5:29",
    "KL 5:30",
    "KL 5:54",
    "KL 6:1",
    "KL 6:3",
    "KL 6:6",
    "KL 6:11",
    "KL 6:37",
    "KL 7:2",
    "KL 10:2",
    "KL 11:1",
    "KL 11:5",
    "KL 11:6",
    "KL 11:8",
    "KL 11:10",
    "KL 11:12",
    "KL 11:13",
    "KL 11:14",
    "KL 12:9",
  ].map((cite) => ({ cite, source: MUNICIPAL_LAW })),
  ...["LKBR 3 kap.", "LKBR 6 kap.", "LKBR 11 kap.", "LKBR 11:10", "LKBR 13 kap."].map((cite) => ({
    cite,
    source: ACCOUNTING_LAW,
  })),
];
