import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { documentFonts } from "./fonts.ts";
import { signsNotShown, withoutSigns } from "./signs.ts";

const FOLDER = import.meta.dirname;
/** Rounds after which what was remembered of earlier documents is let go. */
const REMEMBERED = 10;

const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: documentFonts() }] });
// The look of all documents; a template begins with: #import "paper.typ": *
compiler.addSource(`${FOLDER}/paper.typ`, readFileSync(`${FOLDER}/paper.typ`, "utf8"));

/** Signs that no font has, at most so many rounds: each round names those it met. */
const MAX_ROUNDS = 5;

/**
 * Typesets; data comes in beside the template, as text, so that nothing that a person has written can be markup. PDF/UA
 * refuses a sign that no font can show: it is shown as an empty square instead, rather than that there is no document.
 */
export function typeset(template: string, data: string, round = 1): Uint8Array {
  try {
    const done = compiler.compile({ mainFileContent: template, inputs: { data } });
    if (!done.result) throw new Error(JSON.stringify(done.takeError()?.shortDiagnostics ?? "no document"));
    return new Uint8Array(compiler.pdf(done.result, { pdfStandard: "ua-1" }));
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : String(cause);
    const readable = withoutSigns(data, signsNotShown(fault));
    if (readable === data || round === MAX_ROUNDS) throw cause;
    return typeset(template, readable, round + 1);
  } finally {
    compiler.evictCache(REMEMBERED);
  }
}
