import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { refuseSampleByMistake, sampleFor } from "./sample-doors.ts";

const whom = (environment: Record<string, string>, sample = true) =>
  sampleFor(readConfig(environment), { sample });

test.each([
  [{}, "this-machine"],
  [{ HOST: "localhost" }, "this-machine"],
  [{ HOST: "127.0.0.7" }, "this-machine"],
  [{ HOST: "::1" }, "this-machine"],
  [{ HOST: "0.0.0.0" }, "nobody"],
  [{ HOST: "::" }, "nobody"],
  [{ HOST: "127.example.se" }, "nobody"],
  [{ TILLIT_URL: "https://tillit.example.se" }, "nobody"],
  [{ HOST: "0.0.0.0", TILLIT_SAMPLE_PUBLIC: "yes" }, "everyone"],
  [{ TILLIT_URL: "https://tillit.example.se", TILLIT_SAMPLE_PUBLIC: "yes" }, "everyone"],
  [{ TILLIT_SAMPLE: "none" }, "nobody"],
  [{ TILLIT_SAMPLE: "none", HOST: "0.0.0.0", TILLIT_SAMPLE_PUBLIC: "yes" }, "nobody"],
] as const)("T-2: with %j a sample is open for %s", (environment, expected) => {
  expect(whom(environment)).toBe(expected);
  // Whatever is set, a municipality without the mark lets nobody in that way
  expect(whom(environment, false)).toBeNull();
});

test("T-2: a sample that others reach starts only where it is expressly allowed, and the refusal says what to set", () => {
  const start = (environment: Record<string, string>) => refuseSampleByMistake(readConfig(environment));
  expect(() => start({ HOST: "0.0.0.0" })).toThrow(
    /HOST=0\.0\.0\.0 öppnar Tillit för andra[\s\S]*TILLIT_SAMPLE=none[\s\S]*TILLIT_SAMPLE_PUBLIC=yes/,
  );
  expect(() => start({ TILLIT_URL: "https://a.se", TILLIT_SAMPLE: "organisation" })).toThrow(
    "TILLIT_URL=https://a.se",
  );
  for (const fine of [
    {},
    { HOST: "0.0.0.0", TILLIT_SAMPLE: "none" },
    { HOST: "0.0.0.0", TILLIT_SAMPLE_PUBLIC: "yes" },
  ])
    expect(() => start(fine)).not.toThrow();
});
