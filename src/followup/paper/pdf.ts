import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DecisionShape } from "../../decisions/contract.ts";
import { changeText } from "../../decisions/rules/ground.ts";
import { headText } from "../../decisions/rules/heads.ts";
import { pdfOrder } from "../../platform/rendering/pdf.ts";
import type { Order } from "../../platform/rendering/press.ts";
import type { Report } from "../contract.ts";
import type { ReportKind } from "../rules/occasions.ts";
import { reportTexts } from "./texts.ts";

export interface ReportAbout {
  readonly kind: ReportKind;
  readonly body: string;
  readonly year: number;
  readonly group: boolean;
  readonly version: number;
  /** Null for a draft, which is marked as one. */
  readonly decision: DecisionShape | null;
}

const TEMPLATE = readFileSync(join(import.meta.dirname, "report.typ"), "utf8");

const FILES: Readonly<Record<ReportKind, string>> = {
  "follow-up": "delarsuppfoljning",
  "interim-report": "delarsrapport",
  "extra-follow-up": "extra-uppfoljning",
  "annual-report": "arsredovisning",
};

/** "arsredovisning-2027.pdf" for the group, with the body's id for a body, and "utkast" for what is not decided. */
export function reportFilename({ kind, body, year, group, decision }: ReportAbout): string {
  const parts = [FILES[kind], String(year), ...(group ? [] : [body]), ...(decision ? [] : ["utkast"])];
  return `${parts.join("-")}.pdf`;
}

/** A report as tagged PDF/UA-1 (U-10). */
export const reportPdf = (report: Report, about: ReportAbout): Order =>
  pdfOrder(TEMPLATE, {
    report,
    about,
    t: reportTexts,
    kept: keptOut(report),
    // The chain's, right after the decision
    head: about.decision ? headText(about.decision) : "",
  });

/** What changed while the report was written and was not taken in, with the reason. */
const keptOut = ({ ground }: Report) =>
  (ground?.kept ?? []).map(({ id, before = null, now = null, reason }) => ({
    what: changeText({ name: (now ?? before)?.name ?? id, before, now }),
    reason,
  }));
