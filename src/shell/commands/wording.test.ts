import { describe, expect, test } from "vitest";
import { tillit } from "../testing/command.ts";

const tillitWording = (stdin: string) => tillit(["wording"], stdin);

describe("V-5: tillit wording", { timeout: 60_000 }, () => {
  test("writes what is remarked on each wording, in their order, and nothing else on stdout", async () => {
    const { status, out, err } = await tillitWording(
      JSON.stringify([
        { wording: "Ta fram en plan mot ensamhet.", term: "long", year: 2029 },
        { wording: "Fler elever når målen.", term: "short" },
      ]),
    );
    expect([status, err]).toEqual([0, ""]);
    const [first, second] = JSON.parse(out);
    expect(first.remarks).toContainEqual({
      kind: "activity",
      words: "Ta fram",
      cite: "§2.1",
      try: "Minst … procent av de äldre märker skillnad när en plan mot ensamhet är på plats.",
    });
    expect(first.remarks.map(({ kind }: { kind: string }) => kind)).toEqual([
      "activity",
      "no-direction",
      "no-year",
    ]);
    expect(second).toEqual({ remarks: [] });
  });

  test("bad input: nothing on stdout, a line a fault with its place and what to do, status 1", async () => {
    const lines = [{ wording: 1, term: "short" }, { wording: "x".repeat(2001), term: "lång" }, 3];
    const { status, out, err } = await tillitWording(JSON.stringify(lines));
    expect([status, out]).toEqual([1, ""]);
    expect(err.trim().split("\n")).toEqual([
      "Målformulering 1: ”wording” är målformuleringen, en text på högst 2000 tecken.",
      "Målformulering 2: ”wording” är målformuleringen, en text på högst 2000 tecken.",
      "Målformulering 2: ”term” är ”short” (ett år) eller ”long” (två till fyra år).",
      expect.stringMatching(/^Målformulering 3: ska vara ett objekt\. Skriv \[\{"wording"/),
    ]);
    const broken = await tillitWording('[\n{"wording": hej}]');
    expect([broken.status, broken.out]).toEqual([1, ""]);
    expect(broken.err).toMatch(
      /^Indata är inte giltig JSON: rad 2, tecken 13: "hej" kan inte stå där\. Skriv/,
    );
  });
});
