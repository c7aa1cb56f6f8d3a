import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OrganisationFile } from "../organisation/organisation-file.ts";
import { readStories } from "../organisation/sample-stories.ts";
import { pageExists } from "../platform/ui/page-exists.ts";
import { pages } from "./web/pages.ts";

test("R-2: the sample's eight stories are of people in its organisation, each on a page of its own that there is", async () => {
  const stories = await readStories();
  const file = readFileSync(join(import.meta.dirname, "../../sample/organisation.json"), "utf8");
  const people = (JSON.parse(file) as OrganisationFile).people.map(({ id }) => id);
  expect(new Set(stories.map(({ person }) => person)).size).toBe(8);
  for (const { person, to } of stories) {
    expect(people).toContain(person);
    expect(
      pageExists(
        pages.map(({ path }) => path),
        to,
      ),
      to,
    ).toBe(true);
  }
  expect(new Set(stories.map(({ to }) => to)).size).toBe(8);
  expect(new Set(stories.map(({ cite }) => cite)).size).toBeGreaterThanOrEqual(6);
});
